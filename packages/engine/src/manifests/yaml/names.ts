import {
  CODE,
  isBlank,
  isBreakOrEnd,
  isDigit,
  isGap,
  isNameCharacter,
} from './characters';
import { Cursor } from './Cursor';
import { Token } from './tokens';

const AFTER_NAME: ReadonlySet<number> = new Set([
  CODE.question,
  CODE.colon,
  CODE.comma,
  CODE.closeList,
  CODE.closeMap,
  CODE.percent,
  CODE.at,
  CODE.backquote,
]);

/** `&name` or `*name`. */
export function scanName(cursor: Cursor): Token {
  const { offset } = cursor;
  const type = cursor.code() === CODE.asterisk ? 'alias' : 'anchor';
  cursor.skip();
  const name = cursor.take(isNameCharacter);
  const after = cursor.code();
  if (name === '' || !(isGap(after) || AFTER_NAME.has(after))) {
    cursor.fail(`an ${type} is named with letters, digits, "-" and "_"`, {
      offset,
    });
  }
  return { type, offset, end: cursor.offset, name };
}

const URI_MARKS = new Set(
  [...";/?:@&=+$,.!~*'()[]%"].map(mark => mark.charCodeAt(0)),
);

function takeUri(cursor: Cursor, head: string, known: boolean): string {
  const start = cursor.offset;
  const written = cursor.take(
    code => isNameCharacter(code) || URI_MARKS.has(code),
  );
  if (written === '' && !known) cursor.fail('a tag is missing its name');
  try {
    return head + decodeURIComponent(written);
  } catch {
    return cursor.fail('a "%" in a tag must begin an escaped character', {
      offset: start,
    });
  }
}

/** `!`, `!name` or `!name!`. */
function takeHandle(cursor: Cursor): string {
  const start = cursor.offset;
  if (cursor.code() !== CODE.exclamation) cursor.fail('a tag begins with "!"');
  cursor.skip();
  cursor.skipWhile(isNameCharacter);
  if (cursor.code() === CODE.exclamation) cursor.skip();
  return cursor.text.slice(start, cursor.offset);
}

/** `!<full>`, `!local`, `!!standard` or `!handle!name`. */
export function scanTag(cursor: Cursor): Token {
  const { offset } = cursor;
  let handle = '';
  let suffix = '';
  if (cursor.code(1) === CODE.less) {
    cursor.skip();
    cursor.skip();
    suffix = takeUri(cursor, '', false);
    if (cursor.code() !== CODE.greater) cursor.fail('a tag is missing its ">"');
    cursor.skip();
  } else {
    handle = takeHandle(cursor);
    if (handle.length > 1 && handle.endsWith('!')) {
      suffix = takeUri(cursor, '', false);
    } else {
      suffix = takeUri(cursor, handle.slice(1), true);
      handle = '!';
      if (suffix === '') [handle, suffix] = ['', '!'];
    }
  }
  if (!isGap(cursor.code())) cursor.fail('a tag ends with a space');
  return { type: 'tag', offset, end: cursor.offset, handle, suffix };
}

function takeNumber(cursor: Cursor): number {
  const digits = cursor.take(isDigit);
  if (digits === '' || digits.length > 2) {
    cursor.fail('%YAML takes a version such as 1.1');
  }
  return Number(digits);
}

function takeVersion(cursor: Cursor): string {
  const major = takeNumber(cursor);
  if (cursor.code() !== CODE.dot) {
    cursor.fail('%YAML takes a version such as 1.1');
  }
  cursor.skip();
  return `${major}.${takeNumber(cursor)}`;
}

function endDirective(cursor: Cursor): void {
  cursor.skipWhile(isBlank);
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.code())) cursor.fail('a directive ends its line');
  cursor.takeBreak();
}

/** `%YAML 1.1` or `%TAG !handle! prefix`. */
export function scanDirective(cursor: Cursor): Token {
  const { offset } = cursor;
  cursor.skip();
  const name = cursor.take(isNameCharacter);
  if (!isGap(cursor.code())) cursor.fail('a directive has a name of letters');
  cursor.skipWhile(isBlank);
  if (name === 'YAML') {
    const version = takeVersion(cursor);
    endDirective(cursor);
    return { type: 'version', offset, end: cursor.offset, version };
  }
  if (name !== 'TAG') {
    return cursor.fail(
      `"%${name}" is no directive; quote text that begins with "%"`,
      {
        offset,
      },
    );
  }
  const handle = takeHandle(cursor);
  if (handle !== '!' && !handle.endsWith('!')) {
    cursor.fail('the handle of a tag ends with "!"');
  }
  if (!isBlank(cursor.code())) cursor.fail('%TAG takes a handle and a prefix');
  cursor.skipWhile(isBlank);
  const prefix = takeUri(cursor, '', false);
  if (!isGap(cursor.code())) cursor.fail('a prefix ends with a space');
  endDirective(cursor);
  return { type: 'tag-directive', offset, end: cursor.offset, handle, prefix };
}
