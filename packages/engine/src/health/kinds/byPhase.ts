import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import { health, textAt } from '../view';

/** How a word in the status of a kind is read. */
export interface PhaseCheck {
  /** The field of status that has the word; `phase`, if left out. */
  readonly field?: string;
  /** Said while there is no word. */
  readonly waiting: string;
  /** The verdict while there is no word; Progressing, if left out. */
  readonly absent?: HealthStatus;
  /** The verdict on any other word. */
  readonly otherwise: HealthStatus;
  readonly words: Readonly<Record<string, HealthStatus>>;
  /** Said of a word instead of the word itself. */
  readonly say?: Readonly<Record<string, string>>;
  /** A field of status with the controller's own words, which go first. */
  readonly message?: string;
}

/** A check that reads one word in the status of an object. */
export function byPhase(check: PhaseCheck): (object: JsonObject) => Health {
  return object => {
    const word = textAt(object, 'status', check.field ?? 'phase');
    if (!word) return health(check.absent ?? 'Progressing', check.waiting);
    const own = check.message ? textAt(object, 'status', check.message) : '';
    const known = Object.hasOwn(check.words, word);
    const status = known ? check.words[word] : check.otherwise;
    return health(status, own || check.say?.[word] || word);
  };
}
