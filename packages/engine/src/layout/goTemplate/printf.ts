import { TemplateError } from './errors';
import { floatText, goExponent, goQuote, goText } from './format';
import {
  GoList,
  GoMap,
  integerOf,
  isGoObject,
  typeName,
  Value,
} from './values';

interface Format {
  minus: boolean;
  plus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  width?: number;
  precision?: number;
}

const MAX_WIDTH = 1_000_000;
const encoder = new TextEncoder();

function padded(text: string, { minus, width }: Format, fill = ' '): string {
  if (width === undefined) return text;
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  return minus ? text + ' '.repeat(missing) : fill.repeat(missing) + text;
}

/** A number with its sign; zeros go between the two. */
function signed(digits: string, negative: boolean, format: Format): string {
  let sign = '';
  if (negative) sign = '-';
  else if (format.plus) sign = '+';
  else if (format.space) sign = ' ';
  const { zero, minus, width, precision } = format;
  if (zero && !minus && width !== undefined && precision === undefined) {
    return sign + digits.padStart(width - sign.length, '0');
  }
  return padded(sign + digits, format);
}

const BASES: Readonly<Record<string, [number, string]>> = {
  d: [10, ''],
  v: [10, ''],
  b: [2, '0b'],
  o: [8, '0'],
  O: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function formatInteger(
  value: bigint,
  verb: string,
  format: Format,
): string | undefined {
  if (Object.hasOwn(BASES, verb)) {
    const [base, prefix] = BASES[verb];
    const negative = value < 0n;
    let digits = (negative ? -value : value).toString(base);
    if (verb === 'X') digits = digits.toUpperCase();
    if (format.precision !== undefined) {
      if (format.precision === 0 && value === 0n) return padded('', format);
      digits = digits.padStart(format.precision, '0');
    }
    if (verb === 'O' || (format.sharp && verb !== 'd' && verb !== 'v')) {
      digits = prefix + digits;
    }
    return signed(digits, negative, format);
  }
  const valid = value >= 0n && value <= 0x10ffffn;
  const char = valid ? String.fromCodePoint(Number(value)) : '\ufffd';
  switch (verb) {
    case 'c':
      return padded(char, format);
    case 'q':
      return padded(goQuote(char, "'"), format);
    case 'U':
      return padded(
        `U+${value.toString(16).toUpperCase().padStart(4, '0')}`,
        format,
      );
    default:
      return undefined;
  }
}

/** All digits of a float with a number of decimals, exactly as Go rounds. */
function fixedDigits(value: number, decimals: number): string {
  if (Math.abs(value) < 1e21) {
    if (decimals <= 100) return value.toFixed(decimals);
    throw new TemplateError('the precision of a format is too large');
  }
  const whole = BigInt(value).toString();
  return decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole;
}

function generalDigits(value: number, precision: number | undefined): string {
  if (precision === undefined) return floatText(value);
  const digits = Math.min(Math.max(precision, 1), 100);
  const [mantissa, power] = value.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  const trimmed = (text: string) =>
    text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  if (exponent < -4 || exponent >= digits) {
    return goExponent(`${trimmed(mantissa)}e${power}`);
  }
  return trimmed(value.toFixed(Math.max(digits - 1 - exponent, 0)));
}

function formatFloat(
  value: number,
  verb: string,
  format: Format,
): string | undefined {
  if (!'vgGeEfF'.includes(verb)) return undefined;
  if (!Number.isFinite(value)) {
    const text = Number.isNaN(value) ? 'NaN' : 'Inf';
    const plus = format.plus || (verb === 'v' && text === 'Inf');
    const flags = { ...format, zero: false, plus };
    return signed(text, value < 0, flags);
  }
  const magnitude = Math.abs(value);
  let digits: string;
  if (verb === 'f' || verb === 'F') {
    digits = fixedDigits(magnitude, format.precision ?? 6);
  } else if (verb === 'e' || verb === 'E') {
    const decimals = Math.min(format.precision ?? 6, 100);
    digits = goExponent(magnitude.toExponential(decimals));
  } else {
    digits = generalDigits(magnitude, format.precision);
  }
  if (verb === 'E' || verb === 'G') digits = digits.toUpperCase();
  const negative = value < 0 || Object.is(value, -0);
  return signed(digits, negative, { ...format, precision: undefined });
}

function hexOf(text: string, verb: string, format: Format): string {
  const bytes = [...encoder.encode(text)].slice(0, format.precision);
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0'));
  const joined = hex.join(format.space ? ' ' : '');
  const prefixed = format.sharp && joined ? `0x${joined}` : joined;
  return padded(verb === 'X' ? prefixed.toUpperCase() : prefixed, format);
}

function formatString(
  text: string,
  verb: string,
  format: Format,
): string | undefined {
  const { precision } = format;
  const cut =
    precision === undefined ? text : [...text].slice(0, precision).join('');
  switch (verb) {
    case 'v':
    case 's':
      return padded(cut, format);
    case 'q':
      return padded(
        format.sharp && !/[`\p{Cc}\ufeff]/u.test(cut)
          ? `\`${cut}\``
          : goQuote(cut),
        format,
      );
    case 'x':
    case 'X':
      return hexOf(text, verb, format);
    default:
      return undefined;
  }
}

function formatOne(value: Value, verb: string, format: Format): string {
  if (value === undefined || value === null) return padded('<nil>', format);
  if (value instanceof GoList) {
    const items = value.items.map(item => formatOne(item, verb, format));
    return `[${items.join(' ')}]`;
  }
  if (value instanceof GoMap) {
    const pairs = value
      .sorted()
      .map(
        ([key, item]) =>
          `${formatOne(key, verb, format)}:${formatOne(item, verb, format)}`,
      );
    return `map[${pairs.join(' ')}]`;
  }
  const integer = integerOf(value);
  let text: string | undefined;
  if (integer !== undefined) text = formatInteger(integer, verb, format);
  else if (typeof value === 'number') text = formatFloat(value, verb, format);
  else if (typeof value === 'string') text = formatString(value, verb, format);
  else if (typeof value === 'boolean') {
    if (verb === 't' || verb === 'v') text = padded(String(value), format);
  } else if (isGoObject(value)) {
    text = formatString(value.text(), verb, format);
  }
  // The value in the note keeps the width.
  return (
    text ?? `%!${verb}(${typeName(value)}=${formatOne(value, 'v', format)})`
  );
}

function formatArgument(value: Value, verb: string, format: Format): string {
  if (verb === 'T') return padded(typeName(value), format);
  if (value === undefined || value === null) {
    return verb === 'v' ? padded('<nil>', format) : `%!${verb}(<nil>)`;
  }
  if (verb === 'v' && format.sharp) {
    throw new TemplateError('the format %#v is not evaluated here');
  }
  // Of `%+v` the plus asks for the names of fields, not for signs.
  const plus = format.plus && verb !== 'v';
  return formatOne(value, verb, { ...format, plus });
}

const DIRECTIVE = /%([-+# 0]*)(\*|\d+)?(?:\.(\*|\d*))?((?:[^])|$)/gu;

/** Go's Sprintf for the values that a template knows. */
export function sprintf(format: string, args: readonly Value[]): string {
  let used = 0;
  if (/%[-+# 0]*[\d.*]*\[/.test(format)) {
    throw new TemplateError('indexes in formats are not evaluated here');
  }
  const text = format.replace(
    DIRECTIVE,
    (_all, flags: string, width, precision, verb: string) => {
      const options: Format = {
        minus: flags.includes('-'),
        plus: flags.includes('+'),
        sharp: flags.includes('#'),
        space: flags.includes(' '),
        zero: flags.includes('0'),
      };
      let notes = '';
      const size = (written: string, what: string): number | undefined => {
        if (written !== '*') return Number(written);
        const value = used < args.length ? integerOf(args[used]) : undefined;
        used++;
        if (value !== undefined && value <= 1_000_000n && value >= -1_000_000n)
          return Number(value);
        notes += `%!(BAD${what})`;
        return undefined;
      };
      if (width !== undefined) {
        options.width = size(width, 'WIDTH');
        if (options.width !== undefined && options.width < 0) {
          options.minus = true;
          options.width = -options.width;
        }
      }
      if (precision !== undefined) {
        options.precision = size(precision, 'PREC');
        if (options.precision !== undefined && options.precision < 0) {
          options.precision = undefined;
          notes += '%!(BADPREC)';
        }
      }
      if ((options.width ?? 0) > MAX_WIDTH) return '%!(BADWIDTH)';
      if (verb === '') return `${notes}%!(NOVERB)`;
      if (verb === '%') return `${notes}%`;
      if (used >= args.length) return `${notes}%!${verb}(MISSING)`;
      return notes + formatArgument(args[used++], verb, options);
    },
  );
  if (used >= args.length) return text;
  const extra = args.slice(used).map(value => {
    if (value === undefined || value === null) return '<nil>';
    return `${typeName(value)}=${goText(value)}`;
  });
  return `${text}%!(EXTRA ${extra.join(', ')})`;
}
