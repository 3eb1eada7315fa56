import { FieldPath, Json, PathStep } from '../fields';
import { contentStart, splitDocuments } from './documents';
import { readJsonValue, skipSpace } from './json';
import { LineIndex } from './lines';
import { PlacedNode, placeNodes } from './placedNodes';

/** Where the documents of a text are, empty ones left out. */
function placedDocuments(text: string): PlacedNode[] {
  const nodes: PlacedNode[] = [];
  const add = (part: string, start: number) => {
    const node = placeNodes(part, start);
    if (node) nodes.push(node);
  };
  let from = contentStart(text);
  // A stream of JSON values has no separators.
  for (;;) {
    const at = skipSpace(text, from);
    if (text[at] !== '{') break;
    try {
      const part = readJsonValue(text, at);
      add(text.slice(part.start, part.end), part.start);
      from = part.end;
    } catch {
      break;
    }
  }
  if (skipSpace(text, from) < text.length) {
    for (const part of splitDocuments(text, from)) add(part.text, part.start);
  }
  return nodes;
}

function sameScalar(left: Json, right: Json | undefined): boolean {
  return right !== undefined && String(left) === String(right);
}

/** Missing key fields stand for their default, so they match anything. */
function hasKeys(
  node: PlacedNode,
  keys: ReadonlyArray<readonly [string, Json]>,
): boolean {
  let matched = 0;
  for (const [name, value] of keys) {
    const field = node.entries?.get(name)?.value;
    if (!field) continue;
    if (!sameScalar(value, field.scalar)) return false;
    matched++;
  }
  return matched > 0;
}

interface Found {
  readonly node: PlacedNode;
  readonly offset: number;
}

function follow(node: PlacedNode, step: PathStep): Found | undefined {
  const found = (child: PlacedNode | undefined): Found | undefined =>
    child && { node: child, offset: child.offset };
  switch (step.type) {
    case 'key': {
      const entry = node.entries?.get(step.key);
      return entry && { node: entry.value, offset: entry.keyOffset };
    }
    case 'index':
      return found(node.items?.[step.index]);
    case 'member':
      return found(
        node.items?.find(item => sameScalar(step.value, item.scalar)),
      );
    default:
      return found(node.items?.find(item => hasKeys(item, step.keys)));
  }
}

/**
 * Reads a text once and answers for any number of fields on which line they
 * are. See {@link locateField}.
 */
export function createLocator(
  text: string,
): (document: number, path: FieldPath, item?: number) => number | undefined {
  let documents: PlacedNode[] | undefined;
  let lines: LineIndex | undefined;
  return (document, path, item) => {
    documents ??= placedDocuments(text);
    lines ??= new LineIndex(text);
    let node = documents[document];
    if (!node) return undefined;
    if (item !== undefined) {
      node = node.entries?.get('items')?.value.items?.[item] ?? node;
    }
    let { offset } = node;
    for (const step of path) {
      const next = follow(node, step);
      if (!next) break;
      ({ node, offset } = next);
    }
    return lines.at(offset).line;
  };
}

/**
 * The 1-based line of a field, or of the nearest ancestor that the text has.
 * Undefined if the text has no such document.
 *
 * @param document - position among the objects of the file, as in an Origin
 * @param item - position in the `items` of a list document
 */
export function locateField(
  text: string,
  document: number,
  path: FieldPath,
  item?: number,
): number | undefined {
  return createLocator(text)(document, path, item);
}
