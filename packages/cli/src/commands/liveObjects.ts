import {
  EffectiveResource,
  JsonObject,
  LiveState,
  getKey,
  gvkOf,
  isList,
  isObject,
  resourceKey,
} from '@stagecraft/engine';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Io, UsageError } from '../io';

/** The live side of a drift: what one or more `kubectl get -o json` printed. */
export type LiveObjects = {
  /** The object that goes with a resource, or why there is none. */
  find(resource: EffectiveResource): LiveState;
  /** All objects that no resource was found for. */
  rest(): readonly JsonObject[];
};

function keyOf(object: JsonObject): string {
  const { group, kind } = gvkOf(object);
  const metadata = getKey(object, 'metadata');
  const text = (name: string) => {
    const value = getKey(metadata, name);
    return typeof value === 'string' ? value : '';
  };
  return resourceKey({
    group,
    kind,
    namespace: text('namespace'),
    name: text('name'),
  });
}

function itemsOf(value: unknown): JsonObject[] {
  const object = value as JsonObject;
  if (!isObject(object)) return [];
  const items = getKey(object, 'items');
  const kind = getKey(object, 'kind');
  if (!isList(items) || typeof kind !== 'string' || !kind.endsWith('List')) {
    return [object];
  }
  return items.filter(isObject);
}

async function readObjects(io: Io, file: string): Promise<JsonObject[]> {
  try {
    return itemsOf(JSON.parse(await readFile(resolve(io.cwd, file), 'utf8')));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/**
 * Reads files of live objects. A resource of a kind that no file has anything
 * of was not asked for, so its live state is unknown rather than missing.
 */
export async function readLiveObjects(
  io: Io,
  files: readonly string[],
): Promise<LiveObjects> {
  const read = await Promise.all(files.map(file => readObjects(io, file)));
  const objects = new Map(read.flat().map(item => [keyOf(item), item]));
  const kinds = new Set(
    [...objects.values()].map(item => {
      const { group, kind } = gvkOf(item);
      return `${group}/${kind}`;
    }),
  );
  const used = new Set<string>();
  return {
    find({ manifest }) {
      const { group, kind, namespace, name } = manifest;
      const key = resourceKey({ group, kind, namespace, name });
      const object = objects.get(key);
      if (!object) {
        return kinds.has(`${group}/${kind}`)
          ? { state: 'missing' }
          : {
              state: 'unreadable',
              reason: `the live side has no objects of kind ${kind}`,
            };
      }
      used.add(key);
      const apiVersion = String(getKey(object, 'apiVersion') ?? '');
      if (apiVersion === manifest.apiVersion) return { state: 'read', object };
      return {
        state: 'unreadable',
        reason: `live is in ${apiVersion}, Git has ${manifest.apiVersion}`,
      };
    },
    rest: () =>
      [...objects].flatMap(([key, object]) => (used.has(key) ? [] : [object])),
  };
}
