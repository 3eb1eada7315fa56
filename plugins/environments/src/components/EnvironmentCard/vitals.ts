import { ServiceEnvironmentRead } from '@stagecraft/plugin-environments-common';
import { T } from '../../hooks';
import { Tone } from '../../styles';
import { clockTime } from '../../time';
import { MarkName, timeText } from '../parts';

/** One of the three answers at the top of a card. */
export interface Vital {
  tone: Tone;
  mark: MarkName | 'health';
  word: string;
  detail: string;
}

type Env = ServiceEnvironmentRead;

function deployWord(t: T, env: Env): string {
  const words = {
    deployed: t('environments.vitals.deployed'),
    waiting: t('environments.vitals.toDeploy', {
      n: String(env.deploy.waiting),
    }),
    failing: t('environments.vitals.failing'),
    notApplied: t('environments.vitals.notApplied'),
    unknown: t('environments.vitals.unknown'),
  };
  return words[env.deploy.status];
}

function driftWord(t: T, env: Env): string {
  const { status, drifted, unknown } = env.drift;
  if (status === 'drifted') {
    return t('environments.vitals.drifted', { n: String(drifted) });
  }
  if (status !== 'unknown') {
    return t('environments.vitals.noDrift');
  }
  return unknown > 0 && env.drift.equal > 0
    ? t('environments.vitals.unknownCount', { n: String(unknown) })
    : t('environments.vitals.unknown');
}

/** "was healthy": the last answer of a cluster that is silent now. */
function silent(t: T, env: Env, last: string, now: number): Vital {
  const { state, at } = env.freshness;
  const unknown = t('environments.vitals.unknown');
  const was = last.charAt(0).toLocaleLowerCase('en') + last.slice(1);
  const then =
    last === unknown && at
      ? t('environments.card.asOf', { time: clockTime(at, now) })
      : t('environments.vitals.was', { status: was });
  return {
    tone: 'neutral',
    mark: 'health',
    word: unknown,
    detail: state === 'never' ? t('environments.vitals.neverRead') : then,
  };
}

/** Is it well? */
export function healthVital(t: T, env: Env, now: number): Vital {
  const { status, argo, healthy, total } = env.health;
  const word = t(`parts.health.${status}`);
  if (env.freshness.state !== 'live') {
    return silent(t, env, word, now);
  }
  const differs = argo !== undefined && argo !== status;
  const counts = { healthy: String(healthy), total: String(total) };
  return {
    tone:
      status === 'Degraded' || status === 'Missing' ? 'negative' : 'neutral',
    mark: 'health',
    word,
    detail: differs
      ? t('environments.vitals.argo', { status: argo })
      : t('environments.vitals.healthy', counts),
  };
}

/** Did it arrive? */
export function deployVital(t: T, env: Env, now: number): Vital {
  const { status, since, detail, selfHeal, automated } = env.deploy;
  const word = deployWord(t, env);
  if (env.freshness.state !== 'live') {
    return silent(t, env, word, now);
  }
  const age = since && timeText(t, since, now, { ago: true });
  const looks = {
    deployed: { tone: 'neutral', mark: 'sync' },
    waiting: { tone: 'announcement', mark: 'tray' },
    failing: { tone: 'negative', mark: 'tray' },
    notApplied: { tone: 'negative', mark: 'tray' },
    unknown: { tone: 'neutral', mark: 'health' },
  } as const;
  const habit =
    (automated === false && t('environments.vitals.autoSyncOff')) ||
    (selfHeal === false && t('environments.vitals.selfHealOff')) ||
    t('environments.vitals.nothingWaits');
  const fallback = status === 'deployed' ? habit : '';
  return {
    ...looks[status],
    word,
    detail:
      status === 'waiting'
        ? age ?? detail ?? ''
        : detail ?? (fallback || age || ''),
  };
}

/** Is it still so? */
export function driftVital(t: T, env: Env, now: number): Vital {
  const { status, since, checkedAt, unknown, equal } = env.drift;
  const word = driftWord(t, env);
  if (env.freshness.state !== 'live') {
    return silent(t, env, word, now);
  }
  if (status === 'drifted') {
    return {
      tone: 'warning',
      mark: 'notEqual',
      word,
      detail: since ? clockTime(since, now) : '',
    };
  }
  if (status === 'unknown') {
    const detail =
      equal > 0
        ? t('environments.vitals.equal', { n: String(equal) })
        : t('environments.vitals.noLive');
    return { tone: 'neutral', mark: 'health', word, detail };
  }
  const checked = checkedAt ? timeText(t, checkedAt, now, { ago: true }) : '';
  return {
    tone: 'neutral',
    mark: 'equal',
    word,
    // What could not be judged is named, never counted as equal.
    detail:
      unknown > 0
        ? t('environments.vitals.unknownCount', { n: String(unknown) })
        : checked,
  };
}
