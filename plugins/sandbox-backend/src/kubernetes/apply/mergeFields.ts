import { JsonObject, JsonValue } from '@backstage/types';
import { isMap } from '../objects';
import { FieldType, itemStep } from '../types/FieldType';

type Item = { step: string; value: JsonValue };

function itemsOf(list: JsonValue[], type: FieldType): Item[] {
  return list.flatMap(value => {
    const step = itemStep(type.list, value);
    return step === undefined || value === undefined ? [] : [{ step, value }];
  });
}

/**
 * Merges two keyed lists. Shared items stand in the order of the configuration;
 * items of the live list alone keep their place between them.
 */
function mergeItems(
  live: JsonValue[],
  config: JsonValue[],
  type: FieldType,
): JsonValue[] {
  const lefts = itemsOf(live, type);
  const rights = itemsOf(config, type);
  const liveValues = new Map(lefts.map(item => [item.step, item.value]));
  const configured = new Set(rights.map(item => item.step));
  const shared = rights.filter(item => liveValues.has(item.step));
  const result: JsonValue[] = [];
  let next = 0;
  const passLive = (until?: string) => {
    for (; next < lefts.length; next++) {
      const { step, value } = lefts[next];
      if (!configured.has(step)) result.push(value);
      else if (until !== undefined && step === until) return;
    }
  };
  for (const { step, value } of rights) {
    passLive(shared[0]?.step);
    if (step === shared[0]?.step) shared.shift();
    const mine = liveValues.get(step);
    result.push(
      mine === undefined ? value : mergeFields(mine, value, type.items),
    );
  }
  passLive();
  return result;
}

/** What server-side apply makes of a live value and a configuration. */
export function mergeFields(
  live: JsonValue | undefined,
  config: JsonValue | undefined,
  type: FieldType,
): JsonValue {
  if (config === undefined) return live ?? null;
  if (live === undefined || live === null) return config;
  if (Array.isArray(config) && Array.isArray(live)) {
    return type.list.type === 'atomic'
      ? config
      : mergeItems(live, config, type);
  }
  if (isMap(config) && isMap(live)) {
    if (type.atomicMap) return config;
    const merged: JsonObject = { ...live };
    for (const [key, value] of Object.entries(config)) {
      if (value === undefined) continue;
      merged[key] = Object.hasOwn(live, key)
        ? mergeFields(live[key], value, type.field(key))
        : value;
    }
    return merged;
  }
  if (config === null && (isMap(live) || Array.isArray(live))) return live;
  return config;
}
