import { PipelineStep } from '@stagecraft/plugin-environments-common';
import { T } from '../../hooks';
import { Tone } from '../../styles';
import { MarkName, countGates } from '../parts';

/** What the way between two environments says. */
export interface ArrowView {
  tone: Tone;
  headline: string;
  reason?: { text: string; mark?: MarkName; tone: Tone };
  button?:
    | { kind: 'promote' | 'prepare' | 'why' | 'backport'; label: string }
    | { kind: 'request'; label: string; id: number; url?: string }
    | { kind: 'file'; label: string };
}

function toDecide(t: T, step: PipelineStep): ArrowView['reason'] {
  if (step.toDecide === 0) {
    return undefined;
  }
  return {
    text: t('environments.arrow.toDecide', { n: String(step.toDecide) }),
    mark: 'fork',
    tone: 'negative',
  };
}

function upToDate(t: T, step: PipelineStep): ArrowView {
  const headline = t('environments.arrow.upToDate');
  if (step.ahead === 0) {
    const text = t('environments.arrow.nothingWaits');
    return { tone: 'neutral', headline, reason: { text, tone: 'neutral' } };
  }
  return {
    tone: 'neutral',
    headline,
    reason: {
      text: t('environments.arrow.ahead', { count: step.ahead }),
      mark: 'bolt',
      tone: 'warning',
    },
    button: { kind: 'backport', label: t('environments.arrow.backport') },
  };
}

function passing(t: T, step: PipelineStep): ArrowView['reason'] {
  if (!step.gates) {
    return undefined;
  }
  const { pass } = countGates(step.gates);
  const total = step.gates.results.length;
  const text = t('parts.gates.summary', {
    passing: String(pass),
    total: String(total),
  });
  return pass === total
    ? { text, mark: 'check', tone: 'announcement' }
    : undefined;
}

function inReview(t: T, step: PipelineStep): ArrowView {
  const { request, reason, changes: count } = step;
  const number = request && `#${request.id}`;
  const progress =
    reason ?? (request && t(`parts.progress.${request.progress}`));
  return {
    tone: 'announcement',
    headline: t('environments.arrow.inReview', { count }),
    reason: {
      text: [number, progress].filter(Boolean).join(', '),
      tone: 'announcement',
    },
    button: request && {
      kind: 'request',
      label: t('environments.arrow.open', { id: String(request.id) }),
      id: request.id,
      url: request.url,
    },
  };
}

/** Turns a step into headline, one reason and one button. */
export function arrowView(t: T, step: PipelineStep): ArrowView {
  const count = step.changes;
  switch (step.state) {
    case 'upToDate':
      return upToDate(t, step);
    case 'toPromote':
      return {
        tone: 'announcement',
        headline: t('environments.arrow.toPromote', { count }),
        reason: toDecide(t, step) ?? passing(t, step),
        button: { kind: 'promote', label: t('environments.arrow.promote') },
      };
    case 'inReview':
      return inReview(t, step);
    case 'frozen':
      return {
        tone: 'announcement',
        headline: t('environments.arrow.toPromote', { count }),
        reason: {
          text: step.reason ?? t('environments.arrow.frozen'),
          mark: 'freeze',
          tone: 'announcement',
        },
        button: { kind: 'prepare', label: t('environments.arrow.prepare') },
      };
    case 'blocked':
      return {
        tone: 'negative',
        headline: t('environments.arrow.blocked', { count }),
        reason: step.reason
          ? { text: step.reason, mark: 'cross', tone: 'negative' }
          : toDecide(t, step),
        button: { kind: 'why', label: t('environments.arrow.why') },
      };
    case 'notCompared':
      return {
        tone: 'neutral',
        headline: t('environments.arrow.notCompared'),
        reason: step.reason
          ? { text: step.reason, mark: 'eyeOff', tone: 'neutral' }
          : undefined,
        button: { kind: 'file', label: t('environments.arrow.showFile') },
      };
    default:
      return {
        tone: 'neutral',
        headline: t('environments.arrow.toPromote', { count }),
        reason: {
          text: step.reason ?? t('environments.arrow.denied'),
          mark: 'lock',
          tone: 'neutral',
        },
      };
  }
}

/** The way as one sentence, for those who do not see the arrow. */
export function arrowSentence(t: T, step: PipelineStep): string {
  const view = arrowView(t, step);
  const gates =
    step.state === 'toPromote' && step.gates
      ? t('parts.gates.summary', {
          passing: String(countGates(step.gates).pass),
          total: String(step.gates.results.length),
        })
      : undefined;
  const parts = [view.headline, view.reason?.text, gates];
  return t('environments.arrow.sentence', {
    from: step.from,
    to: step.to,
    parts: [...new Set(parts.filter(Boolean))].join(', '),
  });
}
