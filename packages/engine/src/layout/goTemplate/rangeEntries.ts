import { Pipe } from './ast';
import { TemplateError } from './errors';
import { goText } from './format';
import { GoInteger, GoList, GoMap, integerOf, Value } from './values';

/** What `range` goes through: keys or positions with their values. */
export function* rangeEntries(
  value: Value,
  { variables }: Pipe,
): Generator<readonly [Value, Value]> {
  if (value === undefined || value === null) return;
  const count = integerOf(value);
  if (value instanceof GoList) {
    const { items } = value;
    for (let i = 0; i < items.length; i++) yield [BigInt(i), items[i]];
  } else if (value instanceof GoMap) {
    yield* value.sorted();
  } else if (count === undefined) {
    throw new TemplateError(`range can't iterate over ${goText(value)}`);
  } else if (variables.length > 1) {
    throw new TemplateError('range over an integer gives one variable');
  } else {
    const type = value instanceof GoInteger ? value.type : undefined;
    for (let i = 0n; i < count; i++) {
      yield [undefined, type ? new GoInteger(type, i) : i];
    }
  }
}
