import { JsonObject, JsonValue } from '@backstage/types';
import { isMap } from '../kubernetes/objects';

/** `spec.parameter[0].value` or `metadata.annotations["a.b/c"]` as steps. */
export function readFieldPath(path: string): Array<string | number> {
  const steps: Array<string | number> = [];
  const pattern =
    /\["([^"]*)"\]|\['([^']*)'\]|\[(\d+)\]|\[([^\]]+)\]|([^.[\]]+)/g;
  for (const match of path.matchAll(pattern)) {
    if (match[3] !== undefined) steps.push(Number(match[3]));
    else steps.push(match[1] ?? match[2] ?? match[4] ?? match[5]);
  }
  return steps;
}

/** The value at a Crossplane field path. */
export function getFieldPath(
  value: JsonValue | undefined,
  path: string,
): JsonValue | undefined {
  let current = value;
  for (const step of readFieldPath(path)) {
    if (Array.isArray(current) && typeof step === 'number')
      current = current[step];
    else if (isMap(current) && Object.hasOwn(current, String(step)))
      current = current[String(step)];
    else return undefined;
  }
  return current;
}

function setSteps(
  target: JsonValue | undefined,
  [step, ...rest]: Array<string | number>,
  value: JsonValue,
): JsonValue {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(target) ? [...target] : [];
    while (list.length <= step) list.push({});
    list[step] = setSteps(list[step], rest, value);
    return list;
  }
  const map: JsonObject = isMap(target) ? { ...target } : {};
  map[step] = setSteps(map[step], rest, value);
  return map;
}

/** The object with a value at a Crossplane field path; what is missing is made. */
export function setFieldPath(
  object: JsonObject,
  path: string,
  value: JsonValue,
): JsonObject {
  return setSteps(object, readFieldPath(path), value) as JsonObject;
}
