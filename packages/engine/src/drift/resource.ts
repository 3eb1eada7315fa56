import {
  FieldPath,
  FieldType,
  getAt,
  getKey,
  isObject,
  Json,
  JsonObject,
} from '../fields';
import { FieldsEntry, ownership } from './managedFields';
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
  #writers?: readonly FieldsEntry[];

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

  /** True if an entry owns the last-applied annotation. */
  wroteLastApplied(entry: FieldsEntry): boolean {
    return this.#lastAppliedWriters().includes(entry);
  }

  /**
   * What the gitops tool last sent with client-side apply. An annotation that
   * no manager claims is taken for the tool's.
   */
  get gitopsLastApplied(): JsonObject | undefined {
    const writers = this.#lastAppliedWriters();
    const isGitops = writers.every(({ group }) => group === 'gitops');
    return isGitops && !this.#isRewritten(writers)
      ? this.lastApplied
      : undefined;
  }

  /**
   * The server writes what kubectl applies on its side into an annotation that
   * is there, and leaves the annotation's owner as it was.
   *
   * Source: apimachinery managedfields/internal/lastappliedupdater.go.
   */
  #isRewritten(writers: readonly FieldsEntry[]): boolean {
    return this.owners.entries.some(
      ({ manager, operation, time }) =>
        manager === 'kubectl' &&
        operation === 'Apply' &&
        writers.every(writer => writer.time <= time),
    );
  }

  #lastAppliedWriters(): readonly FieldsEntry[] {
    this.#writers ??= this.owners.entries.filter(
      entry => ownership(entry, LAST_APPLIED_PATH)?.how === 'exact',
    );
    return this.#writers;
  }

  /** What the gitops tool last sent at a path, if client-side apply sent it. */
  sentAt(path: FieldPath): Json | undefined {
    return getAt(this.gitopsLastApplied, path, this.type);
  }

  /** The value at a path of an earlier reading, or undefined. */
  previousAt(path: FieldPath): Json | undefined {
    const { previous } = this.input;
    return previous && getAt(this.normalise(previous.object), path, this.type);
  }
}
