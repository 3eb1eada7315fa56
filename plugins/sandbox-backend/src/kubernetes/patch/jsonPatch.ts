import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, sameJson } from '../objects';
import { StatusError } from '../status';

function refuse(message: string): StatusError {
  return new StatusError(
    'Invalid',
    `the server rejected our request due to an error in our request: ${message}`,
  );
}

function pointer(path: JsonValue | undefined): string[] {
  if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) {
    throw new StatusError(
      'BadRequest',
      `invalid JSON patch path ${JSON.stringify(path)}`,
    );
  }
  return path
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function read(
  value: JsonValue | undefined,
  steps: string[],
): JsonValue | undefined {
  let current = value;
  for (const step of steps) {
    if (Array.isArray(current)) current = current[Number(step)];
    else if (isMap(current) && Object.hasOwn(current, step))
      current = current[step];
    else return undefined;
  }
  return current;
}

type Edit = { kind: 'add' | 'replace' | 'remove'; value?: JsonValue };

function editList(list: JsonValue[], step: string, edit: Edit): JsonValue[] {
  const index = step === '-' ? list.length : Number(step);
  const last = edit.kind === 'add' ? list.length : list.length - 1;
  if (!Number.isInteger(index) || index < 0 || index > last) {
    throw refuse(`index ${step} is out of bounds`);
  }
  const copy = [...list];
  if (edit.kind === 'add') copy.splice(index, 0, edit.value ?? null);
  else if (edit.kind === 'replace') copy[index] = edit.value ?? null;
  else copy.splice(index, 1);
  return copy;
}

function change(
  value: JsonValue | undefined,
  steps: string[],
  edit: Edit,
): JsonValue {
  if (steps.length === 0) return edit.value ?? null;
  const [step, ...rest] = steps;
  if (Array.isArray(value)) {
    if (rest.length === 0) return editList(value, step, edit);
    const copy = [...value];
    copy[Number(step)] = change(copy[Number(step)], rest, edit);
    return copy;
  }
  if (!isMap(value)) throw refuse(`there is nothing at ${step}`);
  const copy: JsonObject = { ...value };
  const present = Object.hasOwn(copy, step);
  if (!present && (rest.length > 0 || edit.kind !== 'add')) {
    throw refuse(`there is no key ${step}`);
  }
  if (rest.length > 0) copy[step] = change(copy[step], rest, edit);
  else if (edit.kind === 'remove') delete copy[step];
  else copy[step] = edit.value;
  return copy;
}

function applyOne(target: JsonValue, operation: JsonObject): JsonValue {
  const path = pointer(operation.path);
  switch (operation.op) {
    case 'add':
    case 'replace':
      return change(target, path, {
        kind: operation.op,
        value: operation.value,
      });
    case 'remove':
      return change(target, path, { kind: 'remove' });
    case 'copy':
    case 'move': {
      const from = pointer(operation.from);
      const value = read(target, from);
      if (value === undefined)
        throw refuse(`there is nothing at ${operation.from}`);
      const base =
        operation.op === 'move'
          ? change(target, from, { kind: 'remove' })
          : target;
      return change(base, path, { kind: 'add', value });
    }
    case 'test':
      if (!sameJson(read(target, path), operation.value)) {
        throw refuse(`testing value ${operation.path} failed`);
      }
      return target;
    default:
      throw new StatusError(
        'BadRequest',
        `unknown JSON patch operation ${JSON.stringify(operation.op)}`,
      );
  }
}

/** JSON patch (RFC 6902). Throws Invalid where an operation does not fit. */
export function jsonPatch(target: JsonValue, patch: JsonValue): JsonValue {
  if (!Array.isArray(patch)) {
    throw new StatusError('BadRequest', 'a JSON patch is a list of operations');
  }
  let result = target;
  for (const operation of patch) {
    if (!isMap(operation)) {
      throw new StatusError(
        'BadRequest',
        'a JSON patch operation is a mapping',
      );
    }
    result = applyOne(result, operation);
  }
  return result;
}
