import {
  FieldType as EngineType,
  GroupVersionKind,
  typeOf,
} from '@stagecraft/engine';
import { ATOMIC_LIST, FieldType, ListType } from './FieldType';

function listOf(type: EngineType): ListType {
  switch (type.list?.type) {
    case 'keyed':
      return {
        type: 'map',
        keys: type.list.keys,
        defaults: type.list.keyDefaults ?? {},
      };
    case 'set':
      return { type: 'set' };
    default:
      return ATOMIC_LIST;
  }
}

const views = new WeakMap<EngineType, FieldType>();

/** The engine's table of built-in types, as merging and ownership read it. */
function viewOf(type: EngineType): FieldType {
  let view = views.get(type);
  if (!view) {
    view = {
      atomicMap: type.atomicMap ?? false,
      list: listOf(type),
      get items() {
        return viewOf(type.item);
      },
      field: key => viewOf(type.field(key)),
      declares: () => !type.freeKeys,
      refuses: () => false,
    };
    views.set(type, view);
  }
  return view;
}

/** The type of an object of a built-in kind. */
export function builtinType(kind: GroupVersionKind): FieldType {
  return viewOf(typeOf(kind));
}

/** The type of `metadata`, the same for every kind. */
export const METADATA_TYPE: FieldType = builtinType({
  group: '',
  version: 'v1',
  kind: 'ConfigMap',
}).field('metadata');
