import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Json, JsonObject } from '../fields';
import { parseManifests } from './parseManifests';
import { rawDocuments } from './rawDocuments';

/**
 * Recorded from the decoder that kubectl and Argo CD read streams with
 * (apimachinery 0.37 and sigs.k8s.io/yaml 1.6): the documents up to the first
 * that is refused.
 */
const FILE = resolve(__dirname, '../__fixtures__/manifests/goYaml.json');

interface Recorded {
  readonly text: string;
  readonly documents: readonly Json[];
  readonly refused?: boolean;
}

const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as Recorded[];

function read(text: string) {
  const documents: Json[] = [];
  for (const raw of rawDocuments('a.yaml', text)) {
    if (raw.state === 'unreadable') return { documents, refused: true };
    documents.push(raw.value);
  }
  return { documents, refused: false };
}

/** JSON with its keys in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort())
      : item,
  );
}

describe('any YAML', () => {
  it('has the value it has for go-yaml', () => {
    const different = recorded.filter(
      ({ text, documents, refused = false }) => {
        return canonical(read(text)) !== canonical({ documents, refused });
      },
    );
    expect(
      different.map(({ text, documents, refused }) => ({
        text,
        recorded: refused ? 'refused' : documents,
        found: read(text),
      })),
    ).toEqual([]);
  });

  it('is refused with a place and a remedy', () => {
    // These words make it a manifest that somebody should repair.
    const head = '# apiVersion: kind: metadata:\n';
    const silent = recorded
      .filter(({ text, refused }) => refused && !/^[{%]/.test(text))
      .filter(({ text }) => {
        const { problems } = parseManifests({
          path: 'a.yaml',
          text: head + text,
        });
        const lines = text.split('\n').length + 1;
        return !problems.some(
          ({ code, line = 0, column = 0, message, fix }) =>
            code !== 'invalid-manifest' &&
            line > 0 &&
            line <= lines &&
            column > 0 &&
            message !== '' &&
            fix !== '',
        );
      });
    expect(silent.map(({ text }) => text)).toEqual([]);
  });
});

describe('what neither JSON nor a recording can show', () => {
  it.each<[string, JsonObject]>([
    ['k: 9223372036854775807', { k: 9223372036854775807n }],
    ['k: 18446744073709551615', { k: 18446744073709551615n }],
    ['k: 18446744073709551616', { k: 18446744073709551616 }],
    ['k: 0xffffffffffffffff', { k: 18446744073709551615n }],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual({ documents: [value], refused: false });
  });

  it('sees nothing of the document before a broken separator', () => {
    const good = 'kind: A\n';
    const reading = (text: string) =>
      parseManifests({ path: 'a.yaml', text }).reading.state;
    expect(reading(`${good}--- x\n`)).toBe('ignored');
    expect(reading(`${good}---\n${good}--- x\n`)).toBe('failed');
    expect(reading(`${good}---\n--- x\n`)).toBe('failed');
    expect(reading(`${good}---\n# nothing\n--- x\n`)).toBe('failed');
  });
});
