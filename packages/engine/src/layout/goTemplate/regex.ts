import { TemplateError, UnsupportedTemplate } from './errors';
import { fixed, TemplateFunction } from './functions';
import { Translator } from './regexSyntax';
import { listOfStrings } from './values';

const NESTED_REPEAT = /[*+}]\)?[*+{]|\([^)]*[*+{][^)]*\)[*+{]/;
const MAX_MATCHED = 1000;

const compiled = new Map<string, RegExp>();
const MAX_KEPT = 500;

/**
 * A Go expression in JavaScript. Expressions whose matching could take
 * exponential time here, but not in Go, are refused.
 */
function expression(source: string, text: string): RegExp {
  if (NESTED_REPEAT.test(source) || text.length > MAX_MATCHED) {
    throw new UnsupportedTemplate(
      `the expression ${source} is not evaluated here`,
    );
  }
  const known = compiled.get(source);
  if (known) return known;
  if (/\(\?[=!]|\(\?<[=!]|\\[1-9]|[*+?}]\+/.test(source)) {
    throw new TemplateError(`error parsing regexp: ${source}`);
  }
  const translated = new Translator(source).translate();
  let made: RegExp;
  try {
    made = new RegExp(translated.source, `gu${translated.flags}`);
  } catch {
    throw new TemplateError(`error parsing regexp: ${source}`);
  }
  if (compiled.size >= MAX_KEPT) compiled.clear();
  compiled.set(source, made);
  return made;
}

/** All matches; Go leaves out an empty one right behind another. */
function matches(
  source: string,
  text: string,
  count: number,
): RegExpMatchArray[] {
  const found: RegExpMatchArray[] = [];
  let end = -1;
  for (const match of text.matchAll(expression(source, text))) {
    if (count >= 0 && found.length >= count) break;
    if (match[0] === '' && match.index === end) continue;
    end = match.index + match[0].length;
    found.push(match);
  }
  return found;
}

/** `$1`, `${1}`, `$name`, `$$` of a replacement, as Go expands them. */
function expand(replacement: string, match: RegExpMatchArray): string {
  return replacement.replace(
    /\$(?:\$|\{([A-Za-z0-9_]+)\}|([A-Za-z0-9_]+))/g,
    (all, braced, plain) => {
      if (all === '$$') return '$';
      const name: string = braced ?? plain;
      if (/^\d+$/.test(name)) return match[Number(name)] ?? '';
      return match.groups?.[name] ?? '';
    },
  );
}

function replaced(
  source: string,
  text: string,
  by: (match: RegExpMatchArray) => string,
): string {
  let result = '';
  let at = 0;
  for (const match of matches(source, text, -1)) {
    result += text.slice(at, match.index) + by(match);
    at = match.index! + match[0].length;
  }
  return result + text.slice(at);
}

function split(source: string, text: string, count: number): string[] {
  expression(source, text);
  if (count === 0) return [];
  if (source !== '' && text === '') return [''];
  const parts: string[] = [];
  let start = 0;
  let end = 0;
  for (const match of matches(source, text, count)) {
    if (count > 0 && parts.length === count - 1) break;
    end = match.index!;
    const after = end + match[0].length;
    if (after !== 0) parts.push(text.slice(start, end));
    start = after;
  }
  if (end !== text.length) parts.push(text.slice(start));
  return parts;
}

const match = fixed(['string', 'string'], (source, text) => {
  return matches(source, text, 1).length > 0;
});

/** The one of the two that has no error calls what cannot be read no match. */
const lenientMatch = fixed(['string', 'string'], (source, text) => {
  try {
    return matches(source, text, 1).length > 0;
  } catch (error) {
    if (error instanceof TemplateError) return false;
    throw error;
  }
});

const find = fixed(
  ['string', 'string'],
  (source, text) => matches(source, text, 1)[0]?.[0] ?? '',
);

const findAll = fixed(['string', 'string', 'int'], (source, text, count) => {
  const found = matches(source, text, count).map(([all]) => all);
  return listOfStrings(found, found.length === 0);
});

const replaceAll = fixed(['string', 'string', 'string'], (source, text, by) =>
  replaced(source, text, found => expand(by, found)),
);

const replaceLiteral = fixed(
  ['string', 'string', 'string'],
  (source, text, by) => replaced(source, text, () => by),
);

const splitAll = fixed(['string', 'string', 'int'], (source, text, count) =>
  listOfStrings(split(source, text, count), count === 0),
);

/** sprig's functions for regular expressions. */
export const EXPRESSIONS: Readonly<Record<string, TemplateFunction>> = {
  mustRegexFind: find,
  mustRegexFindAll: findAll,
  mustRegexMatch: match,
  mustRegexReplaceAll: replaceAll,
  mustRegexReplaceAllLiteral: replaceLiteral,
  mustRegexSplit: splitAll,
  regexFind: find,
  regexFindAll: findAll,
  regexMatch: lenientMatch,
  regexQuoteMeta: fixed(['string'], text =>
    text.replace(/[\\.+*?()|[\]{}^$]/g, char => `\\${char}`),
  ),
  regexReplaceAll: replaceAll,
  regexReplaceAllLiteral: replaceLiteral,
  regexSplit: splitAll,
};
