import { GoList, GoMap, goText, Value } from '../goTemplate';

function entriesOf(value: Value): ReadonlyArray<[string, Value]> | undefined {
  if (value instanceof GoList && value.element === 'interface {}') {
    return value.items.map((item, index) => [String(index), item]);
  }
  if (value instanceof GoMap && value.element === 'interface {}') {
    return [...value.entries];
  }
  return undefined;
}

function collect(value: Value, path: string, flat: Map<string, Value>): void {
  const entries = entriesOf(value);
  if (!entries) flat.set(path, value);
  else for (const [key, item] of entries) collect(item, `${path}.${key}`, flat);
}

/** Nested values under dotted keys; empty lists and maps vanish. */
export function flatten(parameters: GoMap): Map<string, string> {
  const flat = new Map<string, Value>();
  for (const [key, item] of parameters.entries) collect(item, key, flat);
  return new Map([...flat].map(([key, value]) => [key, goText(value)]));
}

function open(map: GoMap): GoMap {
  const entries = [...map.entries].map(
    ([key, item]) => [key, item instanceof GoMap ? open(item) : item] as const,
  );
  return new GoMap(new Map(entries));
}

/** What a selector sees: maps of strings are flattened as well, not in lists. */
export function selectable(parameters: GoMap): Map<string, string> {
  return flatten(open(parameters));
}
