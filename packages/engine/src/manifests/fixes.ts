/** The line of a text around an offset. */
function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? text.length : end);
}

const CONFLICT = /^[ \t]*(?:<{7} |={7}$|>{7} )/m;
const TAB_INDENT = /^ *\t/;

/** What to do, by what stands where a text cannot be read. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^---/, 'Begin the document on the line after "---".'],
  [/^["']/, "Close the quote; within quotes write \\\" or ''."],
  [/^[@%`&*!]/, 'Quote the value if it is text.'],
  [/^\\/, 'Write \\\\ for a backslash, or use single quotes.'],
  [
    /^: /,
    'Quote the value if the colon is text, else correct the indentation.',
  ],
];

/** What to do about a text that cannot be read, from what stands there. */
export function syntaxFix(text: string, code: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const line = lineAt(text, offset);
  if (code === 'several-objects') {
    return 'Put each object in its own file, or use YAML with "---".';
  }
  if (code === 'too-deep') return 'Nest less deeply.';
  if (code === 'too-many-aliases') {
    return 'Write the repeated parts out, or repeat fewer of them.';
  }
  if (CONFLICT.test(`${before}\n${line}`)) {
    return 'Resolve the Git conflict that is left in this file.';
  }
  if (/\{\{/.test(line)) {
    return 'This is a template, not a manifest. Render it, or keep it out of directories that are applied as plain files.';
  }
  if (TAB_INDENT.test(line)) return 'Indent with spaces; YAML allows no tabs.';
  const found = REMEDIES.find(([begins]) => begins.test(text.slice(offset)));
  if (found) return found[1];
  return 'Correct the YAML here; often the indentation of this line or the one before is off, or a quote is missing.';
}
