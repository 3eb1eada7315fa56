import { ATOMIC_LIST, FieldType, ListType, UNTYPED } from './FieldType';
import {
  FieldEntry,
  OBJECT_TYPES,
  SPEC_TYPES,
  TYPES,
  TypeName,
} from './builtinTable';

/** Mappings whose keys people choose; everything else is a declared field. */
const FREE_MAPS = new Set([
  'labels',
  'annotations',
  'data',
  'binaryData',
  'stringData',
  'requests',
  'limits',
  'matchLabels',
  'hard',
]);

const KEY_DEFAULTS = { protocol: 'TCP' };

function listOf(entry: FieldEntry | undefined): ListType {
  if (entry?.set) return { type: 'set' };
  if (!entry?.keyed) return ATOMIC_LIST;
  return {
    type: 'map',
    keys: entry.keyed,
    defaults: entry.keyed.includes('protocol') ? KEY_DEFAULTS : {},
  };
}

function entryOf(
  name: TypeName | undefined,
  key: string,
): FieldEntry | undefined {
  if (name === undefined) return undefined;
  const type: Readonly<Record<string, FieldEntry>> = TYPES[name];
  return Object.hasOwn(type, key) ? type[key] : undefined;
}

/** `child` stands for what is inside this value when it is a mapping. */
function build(
  name: TypeName | undefined,
  entry: FieldEntry | undefined,
  free: boolean,
): FieldType {
  return {
    atomicMap: entry?.atomic ?? false,
    list: listOf(entry),
    get items() {
      return build(entry?.type, undefined, false);
    },
    field: key => {
      if (free) return UNTYPED;
      const child = entryOf(name, key);
      return build(child?.type, child, FREE_MAPS.has(key));
    },
    declares: () => !free,
    refuses: () => false,
  };
}

/** The type of an object of a built-in kind. */
export function builtinType(group: string, kind: string): FieldType {
  const spec = SPEC_TYPES[`${group}/${kind}`];
  const whole = build(
    OBJECT_TYPES[`${group}/${kind}`] ?? 'object',
    undefined,
    false,
  );
  if (!spec) return whole;
  return {
    ...whole,
    items: UNTYPED,
    field: key =>
      key === 'spec' ? build(spec, undefined, false) : whole.field(key),
  };
}

/** The type of `metadata`, the same for every kind. */
export const METADATA_TYPE: FieldType = build('meta', undefined, false);
