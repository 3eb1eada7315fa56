import { TemplateError } from './errors';
import { Version } from './semver';

const SUFFIXES =
  '(-(?:[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+(?:[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?';
const NUMBERS = 'v?([0-9|xX*]+)(\\.[0-9|xX*]+)?(\\.[0-9|xX*]+)?';
const VERSION = `${NUMBERS}${SUFFIXES}`;
const PLAIN = VERSION.replace(/\((?!\?)/g, '(?:');
const OPERATORS = '=||!=|>|<|>=|=>|<=|=<|~|~>|\\^';

const ONE = new RegExp(`^\\s*(${OPERATORS})\\s*${VERSION}\\s*$`);
const EACH = new RegExp(`(?:${OPERATORS})\\s*${PLAIN}`, 'g');
const RANGE = new RegExp(`\\s*(${PLAIN})\\s+-\\s+(${PLAIN})\\s*`, 'g');
const ALL = new RegExp(
  `^(?:\\s*(?:${OPERATORS})\\s*${PLAIN}\\s*)(?:(?:\\s+|,\\s*)(?:${OPERATORS})\\s*${PLAIN}\\s*)*$`,
);
const MAX_LENGTH = 200;

interface Constraint {
  readonly operator: string;
  readonly version: Version;
  /** Parts left out or written as x: all three, the last two, the last. */
  readonly open: 'none' | 'all' | 'minor' | 'patch';
}

function isOpen(part: string | undefined): boolean {
  return part === undefined || ['', 'x', 'X', '*'].includes(part);
}

function parseOne(text: string): Constraint {
  if (text === '') {
    return { operator: '', version: Version.parse('0.0.0'), open: 'all' };
  }
  const match = ONE.exec(text);
  if (!match) throw new TemplateError(`improper constraint: ${text}`);
  const [, operator, major, minor, patch, prerelease = ''] = match;
  if (isOpen(major)) {
    const version = Version.parse(`0.0.0${prerelease}`);
    return { operator, version, open: 'all' };
  }
  if (isOpen(minor?.slice(1))) {
    const version = Version.parse(`${major}.0.0${prerelease}`);
    return { operator, version, open: 'minor' };
  }
  if (isOpen(patch?.slice(1))) {
    const version = Version.parse(`${major}${minor}.0${prerelease}`);
    return { operator, version, open: 'patch' };
  }
  const version = Version.parse(`${major}${minor}${patch}${prerelease}`);
  return { operator, version, open: 'none' };
}

function tilde(version: Version, { version: wanted, open }: Constraint) {
  if (version.compare(wanted) < 0) return false;
  const zero = wanted.numbers.every(n => n === 0n);
  if (zero && open !== 'minor' && open !== 'patch') return true;
  if (version.numbers[0] !== wanted.numbers[0]) return false;
  return open === 'minor' || version.numbers[1] === wanted.numbers[1];
}

function caret(version: Version, { version: wanted, open }: Constraint) {
  if (version.compare(wanted) < 0) return false;
  const [major, minor, patch] = version.numbers;
  const [first, second, third] = wanted.numbers;
  if (first > 0n || open === 'minor') return major === first;
  if (major > 0n) return false;
  if (second > 0n || open === 'patch') return minor === second;
  return minor === 0n && patch === third;
}

function differs(version: Version, { version: wanted, open }: Constraint) {
  if (open === 'none') return version.compare(wanted) !== 0;
  if (version.numbers[0] !== wanted.numbers[0]) return true;
  if (open === 'minor') return false;
  if (version.numbers[1] !== wanted.numbers[1]) return true;
  if (open === 'all') return version.compare(wanted) !== 0;
  const prereleases = version.prerelease !== '' || wanted.prerelease !== '';
  return prereleases && version.prerelease !== wanted.prerelease;
}

function greater(version: Version, { version: wanted, open }: Constraint) {
  if (open === 'none') return version.compare(wanted) > 0;
  if (version.numbers[0] !== wanted.numbers[0]) {
    return version.numbers[0] > wanted.numbers[0];
  }
  if (open === 'minor') return false;
  if (open === 'patch') return version.numbers[1] > wanted.numbers[1];
  return version.compare(wanted) > 0;
}

function atMost(version: Version, { version: wanted, open }: Constraint) {
  if (open === 'none') return version.compare(wanted) <= 0;
  const [major, minor] = version.numbers;
  if (major !== wanted.numbers[0]) return major < wanted.numbers[0];
  return open === 'minor' || minor <= wanted.numbers[1];
}

function holds(version: Version, constraint: Constraint): boolean {
  const order = version.compare(constraint.version);
  switch (constraint.operator) {
    case '!=':
      return differs(version, constraint);
    case '>':
      return greater(version, constraint);
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      return atMost(version, constraint);
    case '~':
    case '~>':
      return tilde(version, constraint);
    case '^':
      return caret(version, constraint);
    default:
      return constraint.open === 'none'
        ? order === 0
        : tilde(version, constraint);
  }
}

function parseGroup(text: string): readonly Constraint[] {
  if (text.length > MAX_LENGTH || !ALL.test(text)) {
    throw new TemplateError(`improper constraint: ${text}`);
  }
  return (text.match(EACH) ?? [text]).map(parseOne);
}

/**
 * sprig's semverCompare: `>=1.2 <2 || 3.x`. Prereleases count only where the
 * constraint names one.
 */
export function satisfies(constraint: string, text: string): boolean {
  const rewritten = constraint.replace(
    RANGE,
    (_all, from, to) => `>= ${from}, <= ${to} `,
  );
  const groups = rewritten.split('||').map(parseGroup);
  const version = Version.parse(text);
  return groups.some(group => {
    const allowed =
      version.prerelease === '' ||
      group.some(one => one.version.prerelease !== '');
    return allowed && group.every(one => holds(version, one));
  });
}
