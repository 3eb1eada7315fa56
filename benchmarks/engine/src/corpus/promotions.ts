import { manifestText } from './manifestText';
import { Random } from './random';
import { Settings, randomSettings } from './settings';

/** The three texts of a promotion, and what it has to give. */
export interface Promotion {
  readonly base: string;
  readonly source: string;
  readonly target: string;
  readonly wanted: string;
}

/** The target's own size and people's remarks; the source's next version. */
function promotion(settings: Settings): Promotion {
  const next = { ...settings, version: '2.0.0', level: 'trace' };
  const own = {
    ...settings,
    size: 'huge',
    team: 'operations',
    comment: 'Ours, as agreed in June.',
  };
  const both = { ...own, version: next.version, level: next.level };
  return {
    base: manifestText(settings),
    source: manifestText(next),
    target: manifestText(own),
    wanted: manifestText(both),
  };
}

/** Promotions in which both sides moved since the last one, without a conflict. */
export function promotions(count: number): readonly Promotion[] {
  const random = new Random(count);
  return Array.from({ length: count }, (_, index) =>
    promotion(randomSettings(random, index)),
  );
}
