import {
  FieldPath,
  FieldType,
  getAt,
  getKey,
  isObject,
  Json,
  JsonObject,
} from '../fields';
import { LAST_APPLIED, Normaliser } from './normalise';
import { Owners } from './owners';
import { DriftInput } from './types';

const LAST_APPLIED_PATH: FieldPath = [
  { type: 'key', key: 'metadata' },
  { type: 'key', key: 'annotations' },
  { type: 'key', key: LAST_APPLIED },
];

function parseObject(text: Json | undefined): JsonObject | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value as Json) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** One pair of objects and what is known about how they came to be. */
export class Resource {
  readonly owners: Owners;
  #lastApplied?: { readonly value: JsonObject | undefined };

  constructor(
    readonly input: DriftInput,
    /** The live object as it was read. */
    readonly rawLive: JsonObject,
    readonly type: FieldType,
    readonly normalise: Normaliser,
  ) {
    this.owners = new Owners(rawLive, type, input.managers);
  }

  /** What client-side apply last sent, whoever ran it. */
  get lastApplied(): JsonObject | undefined {
    if (!this.#lastApplied) {
      const annotations = getKey(this.rawLive.metadata, 'annotations');
      const value = parseObject(getKey(annotations, LAST_APPLIED));
      this.#lastApplied = { value: value && this.normalise(value) };
    }
    return this.#lastApplied.value;
  }

  /** True if an entry's owner wrote the last-applied annotation. */
  wroteLastApplied(entry: Owners['entries'][number]): boolean {
    return this.owners
      .ofLeaf(LAST_APPLIED_PATH)
      .some(owner => owner.how === 'exact' && owner.entry === entry);
  }

  /**
   * What the gitops tool last sent with client-side apply. An annotation that
   * no manager claims is taken for the tool's.
   */
  get gitopsLastApplied(): JsonObject | undefined {
    if (!this.lastApplied) return undefined;
    const writers = this.owners
      .ofLeaf(LAST_APPLIED_PATH)
      .filter(({ how }) => how === 'exact');
    const isGitops = writers.every(({ entry }) => entry.group === 'gitops');
    return isGitops ? this.lastApplied : undefined;
  }

  /** The value at a path of an earlier reading, or undefined. */
  previousAt(path: FieldPath): Json | undefined {
    const { previous } = this.input;
    return previous && getAt(this.normalise(previous.object), path);
  }
}
