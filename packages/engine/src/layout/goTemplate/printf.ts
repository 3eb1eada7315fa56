import { TemplateError } from './errors';
import { goText, typeName, Value } from './values';

const VERB = /%([-+# 0]*)(\d+)?(?:\.(\d+)?)?([a-zA-Z%])/g;
const MAX_WIDTH = 1000;

function number(value: Value): number | bigint | undefined {
  return typeof value === 'number' || typeof value === 'bigint'
    ? value
    : undefined;
}

function integerText(value: bigint, verb: string): string | undefined {
  switch (verb) {
    case 'd':
    case 'v':
      return value.toString();
    case 'x':
      return value.toString(16);
    case 'X':
      return value.toString(16).toUpperCase();
    case 'o':
      return value.toString(8);
    case 'b':
      return value.toString(2);
    case 'c':
      return String.fromCodePoint(Number(value));
    default:
      return undefined;
  }
}

function formatOne(
  verb: string,
  value: Value,
  precision: number | undefined,
): string {
  const wrong = `%!${verb}(${typeName(value)}=${goText(value)})`;
  if (verb === 'v') return goText(value);
  if (value === undefined || value === null) return `%!${verb}(<nil>)`;
  const numeric = number(value);
  switch (verb) {
    case 's':
      if (typeof value === 'boolean' || numeric !== undefined) return wrong;
      return precision === undefined
        ? goText(value)
        : [...goText(value)].slice(0, precision).join('');
    case 'q':
      return typeof value === 'string' ? JSON.stringify(value) : wrong;
    case 't':
      return typeof value === 'boolean' ? String(value) : wrong;
    case 'T':
      return typeName(value);
    case 'f':
    case 'F':
      return typeof value === 'number'
        ? value.toFixed(Math.min(precision ?? 6, 100))
        : wrong;
    case 'e':
    case 'g':
      return typeof value === 'number' ? goText(value) : wrong;
    default:
      return typeof value === 'bigint'
        ? integerText(value, verb) ?? wrong
        : wrong;
  }
}

function padded(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (flags.includes('0') && /^[-+]?\d/.test(text)) {
    const sign = /^[-+]/.exec(text)?.[0] ?? '';
    return sign + text.slice(sign.length).padStart(width - sign.length, '0');
  }
  return text.padStart(width);
}

/** Go's Sprintf for the values that a template knows. */
export function sprintf(format: string, args: readonly Value[]): string {
  let used = 0;
  const text = format.replace(VERB, (_all, flags, width, precision, verb) => {
    if (verb === '%') return '%';
    if (used >= args.length) return `%!${verb}(MISSING)`;
    if (Number(width ?? 0) > MAX_WIDTH) {
      throw new TemplateError('the width of a format is too large');
    }
    const value = args[used++];
    const digits = precision === undefined ? undefined : Number(precision);
    let one = formatOne(verb, value, digits);
    const positive = number(value) !== undefined && !one.startsWith('-');
    if (flags.includes('+') && positive) one = `+${one}`;
    return width === undefined ? one : padded(one, flags, Number(width));
  });
  if (used >= args.length) return text;
  const extra = args
    .slice(used)
    .map(value => `${typeName(value)}=${goText(value)}`);
  return `${text}%!(EXTRA ${extra.join(', ')})`;
}
