import { TemplateError } from './errors';
import { GoInteger, GoObject, Value } from './values';

const IDENTIFIER =
  '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*))*';
const VERSION = new RegExp(
  `^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(${IDENTIFIER}))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`,
);

const MAX = 2n ** 64n;

function compareParts(left: string, right: string): number {
  const numbers = [left, right].map(part => /^\d+$/.test(part));
  if (numbers[0] && numbers[1]) {
    const difference = BigInt(left) - BigInt(right);
    return difference === 0n ? 0 : Number(difference > 0n) * 2 - 1;
  }
  if (numbers[0] !== numbers[1]) return numbers[0] ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A release comes after its own prereleases. */
function comparePrereleases(left: string, right: string): number {
  if (left === right) return 0;
  if (left === '' || right === '') return left === '' ? 1 : -1;
  const a = left.split('.');
  const b = right.split('.');
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareParts(a[i], b[i]);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

/** A semantic version, as Masterminds/semver reads it: `v1.2` is 1.2.0. */
export class Version implements GoObject {
  readonly goType = '*semver.Version';
  readonly kind = 'ptr';

  private constructor(
    readonly numbers: readonly [bigint, bigint, bigint],
    readonly prerelease: string,
    readonly metadata: string,
    readonly original: string,
  ) {}

  static parse(text: string): Version {
    const match = VERSION.exec(text);
    if (!match) throw new TemplateError('invalid semantic version');
    const [major, minor, patch] = match.slice(1, 4).map(n => BigInt(n ?? 0));
    if ([major, minor, patch].some(n => n >= MAX)) {
      throw new TemplateError('error parsing version segment');
    }
    return new Version(
      [major, minor, patch],
      match[4] ?? '',
      match[5] ?? '',
      text,
    );
  }

  compare(other: Version): number {
    for (let i = 0; i < 3; i++) {
      const difference = this.numbers[i] - other.numbers[i];
      if (difference !== 0n) return difference > 0n ? 1 : -1;
    }
    return comparePrereleases(this.prerelease, other.prerelease);
  }

  text(): string {
    const suffix = this.prerelease && `-${this.prerelease}`;
    const build = this.metadata && `+${this.metadata}`;
    return `${this.numbers.join('.')}${suffix}${build}`;
  }

  json(): string {
    return this.text();
  }

  method(name: string, args: readonly Value[]): Value {
    const at = ['Major', 'Minor', 'Patch'].indexOf(name);
    if (args.length === 0) {
      if (at >= 0) return new GoInteger('uint64', this.numbers[at]);
      if (name === 'Prerelease') return this.prerelease;
      if (name === 'Metadata') return this.metadata;
      if (name === 'Original') return this.original;
      if (name === 'String') return this.text();
    }
    const [other] = args;
    if (args.length === 1 && other instanceof Version) {
      const order = this.compare(other);
      if (name === 'Compare') return BigInt(order);
      if (name === 'Equal') return order === 0;
      if (name === 'LessThan') return order < 0;
      if (name === 'GreaterThan') return order > 0;
      if (name === 'LessThanEqual') return order <= 0;
      if (name === 'GreaterThanEqual') return order >= 0;
    }
    throw new TemplateError(`can't evaluate field ${name} in a version`);
  }
}
