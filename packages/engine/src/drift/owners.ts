import { FieldPath, FieldType, JsonObject, typeAt } from '../fields';
import {
  FieldsEntry,
  Ownership,
  ownership,
  readManagedFields,
} from './managedFields';
import { metadataMap } from './operational';
import { ManagerGroups } from './types';

/** The deepest owner first: the nearest one to the path. */
function byAuthor(left: Ownership, right: Ownership): number {
  return right.depth - left.depth || byTime(left, right);
}

/** Newest first; whoever is not the gitops tool before the gitops tool. */
function byTime(left: Ownership, right: Ownership): number {
  const gitops =
    Number(left.entry.group === 'gitops') -
    Number(right.entry.group === 'gitops');
  if (gitops !== 0) return gitops;
  if (left.entry.time === right.entry.time) return 0;
  return left.entry.time < right.entry.time ? 1 : -1;
}

/** Who owns what of one live object, read when it is first asked. */
export class Owners {
  readonly #live: JsonObject;
  readonly #groups?: ManagerGroups;
  readonly #type: FieldType;
  #entries?: readonly FieldsEntry[];
  #apply?: { readonly entry: FieldsEntry | undefined };

  constructor(
    live: JsonObject,
    type: FieldType,
    groups: ManagerGroups | undefined,
  ) {
    this.#live = live;
    this.#type = type;
    this.#groups = groups;
  }

  get entries(): readonly FieldsEntry[] {
    this.#entries ??= readManagedFields(this.#live, this.#groups);
    return this.#entries;
  }

  /** The gitops tool's Apply entry, if it applies on the server's side. */
  get gitopsApply(): FieldsEntry | undefined {
    this.#apply ??= {
      entry: this.entries.find(
        ({ group, operation }) => group === 'gitops' && operation === 'Apply',
      ),
    };
    return this.#apply.entry;
  }

  /** Who wrote the live value of a path that both sides have. */
  authorOf(path: FieldPath): FieldsEntry | undefined {
    return this.entries
      .flatMap(entry => ownership(entry, path) ?? [])
      .sort(byAuthor)[0]?.entry;
  }

  /**
   * The entries that own a leaf: itself, or a container above it whole. Newest
   * first, the gitops tool last.
   */
  ofLeaf(path: FieldPath): Ownership[] {
    const owners: Ownership[] = [];
    for (const entry of this.entries) {
      const owner = ownership(entry, path);
      if (!owner || owner.how === 'above') continue;
      if (owner.how === 'exact' || this.#isTakenWhole(path, owner)) {
        owners.push(owner);
      }
    }
    return owners.length < 2 ? owners : owners.sort(byTime);
  }

  /**
   * An entry that owns a container and nothing below it wrote all of it, unless
   * the container is known to have separate fields: then its fields have gone
   * to others and only the container itself is left.
   */
  #isTakenWhole(path: FieldPath, owner: Ownership): boolean {
    if (metadataMap(path, owner.depth)) return false;
    const container = path.slice(0, owner.depth);
    const type = typeAt(this.#type, container);
    if (type.list) {
      return type.list.type === 'atomic' || type.list.type === 'bag';
    }
    if (type.atomicMap !== undefined) return type.atomicMap;
    return !this.entries.some(entry => {
      const other = ownership(entry, container);
      return other?.how === 'exact' && !other.isLeaf;
    });
  }
}
