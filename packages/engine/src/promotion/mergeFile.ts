import { composeFile, documentText } from './edit/composeFile';
import { DocumentAddition, DocumentChange } from './edit/composeFile';
import { readDocuments, TextDocument } from './edit/documents';
import { donorOf } from './edit/donor';
import { refusal } from './errors';
import { firstCopy } from './firstCopy';
import { DocumentMerge, mergeDocument } from './mergeDocument';
import { statusOf } from './outcome';
import { DocumentPair, pairDocuments } from './pairDocuments';
import { FileMerge, MergeOptions, MergeTexts, PlanField } from './types';

interface Merged {
  readonly pair: DocumentPair;
  readonly merge: DocumentMerge;
}

function mergePair(
  pair: DocumentPair,
  texts: MergeTexts,
  options: MergeOptions,
): Merged {
  const merge = mergeDocument(
    {
      base: pair.base?.value,
      source: pair.source?.value,
      target: pair.target?.value,
    },
    { ...options, based: texts.base !== undefined },
  );
  return { pair, merge };
}

/** The target gave the file up: it stays away, whatever is new in the source. */
function stayAway({ pair, merge }: Merged): PlanField[] {
  return merge.fields.map(field => {
    const taken = field.action === 'take' && field.why !== 'decided';
    return taken && !pair.base
      ? { ...field, action: 'conflict', why: 'both-changed', result: undefined }
      : field;
  });
}

/** The document of the target that a new one stands after. */
function predecessor(
  merged: readonly Merged[],
  index: number,
): TextDocument | undefined {
  for (let before = index - 1; before >= 0; before--) {
    const { target, source } = merged[before].pair;
    if (source && target && merged[before].merge.value !== undefined) {
      return target;
    }
  }
  return undefined;
}

function compose(
  target: string,
  documents: readonly TextDocument[],
  merged: readonly Merged[],
  options: MergeOptions,
): string | undefined {
  const changes: DocumentChange[] = [];
  const additions: DocumentAddition[] = [];
  merged.forEach(({ pair, merge }, index) => {
    const { source } = pair;
    if (pair.target) {
      const donor = source && donorOf(source);
      const { lists } = options;
      changes.push({
        document: pair.target,
        wanted: merge.value,
        donor,
        lists,
      });
    } else if (merge.value !== undefined && source) {
      const copy = firstCopy(documentText(source), merge.value, options.set);
      additions.push({ ...copy, after: predecessor(merged, index) });
    }
  });
  return composeFile(target, documents, changes, additions);
}

/** A file that the target does not have yet. */
function create(
  source: string | undefined,
  merged: readonly Merged[],
  options: MergeOptions,
): string | undefined {
  const kept = merged.filter(({ merge }) => merge.value !== undefined);
  if (source === undefined || kept.length === 0) return undefined;
  const documents = readDocuments(source);
  const parts = kept.map(({ pair, merge }) => {
    const text = pair.source ? documentText(pair.source) : '';
    return firstCopy(text, merge.value!, options.set).text;
  });
  if (kept.length < documents.length) return parts.join('');
  let end = 0;
  const whole = kept.map(({ pair }, index) => {
    const { start } = pair.source!;
    const gap = source.slice(end, start);
    end = pair.source!.end;
    return gap + parts[index];
  });
  return whole.join('') + source.slice(end);
}

function mergeTexts(texts: MergeTexts, options: MergeOptions): FileMerge {
  const [base, source, target] = [texts.base, texts.source, texts.target].map(
    text => (text === undefined ? [] : readDocuments(text)),
  );
  const multiDocument = [base, source, target].some(list => list.length > 1);
  const merged = pairDocuments(base, source, target).map(pair =>
    mergePair(pair, texts, options),
  );
  const { base: before, target: now } = texts;
  if (now === undefined && before !== undefined) {
    const decided = merged.filter(item =>
      item.merge.fields.some(field => field.why === 'decided'),
    );
    const text = create(texts.source, decided, options);
    const fields = merged.flatMap(stayAway);
    return { text, status: statusOf(now, text, fields), fields, multiDocument };
  }
  const text =
    now === undefined
      ? create(texts.source, merged, options)
      : compose(now, target, merged, options);
  const fields = merged.flatMap(item => item.merge.fields);
  return { text, status: statusOf(now, text, fields), fields, multiDocument };
}

/**
 * Three-way merge of a file on values, written into the target's text by
 * replacing only what changes. Comments, order, quotes, blank lines, anchors
 * and line breaks of the target stay. The result was read again and means
 * what was intended; where that cannot be had, or a text cannot be read, the
 * status is `refused` and the text is the target's.
 */
export function mergeFile(
  texts: MergeTexts,
  options: MergeOptions = {},
): FileMerge {
  try {
    return mergeTexts(texts, options);
  } catch (error) {
    return {
      text: texts.target,
      status: 'refused',
      reason: refusal(error),
      fields: [],
      multiDocument: false,
    };
  }
}
