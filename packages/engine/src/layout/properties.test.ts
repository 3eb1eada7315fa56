import fc from 'fast-check';
import { EngineError } from '../errors';
import { createTree } from './tree';
import { layout } from './layout';
import {
  application,
  applicationSet,
  configMap,
} from '../testing/layoutRepository';

const name = fc.constantFrom(
  'a',
  'b',
  'a-b',
  'A_b',
  '.x',
  'applications',
  'environments',
  'dev',
  'é',
  '𝒳',
);
const path = fc
  .tuple(
    fc.array(name, { maxLength: 3 }),
    fc.constantFrom(
      'a.yaml',
      'b.yml',
      'c.json',
      'kustomization.yaml',
      'x.jsonnet',
      '.argocd-source.yaml',
      'notes.txt',
    ),
  )
  .map(([directories, file]) => [...directories, file].join('/'));

const piece = fc.constantFrom(
  configMap('a'),
  configMap('b'),
  configMap('a', 'namespace: other'),
  application('web', 'path: a, directory: {recurse: true}'),
  application(
    'all',
    'path: ., directory: {recurse: true, include: "{*.yaml,[a-b]*}"}',
    ', labels: {env: qa}',
  ),
  application('odd', 'path: ../x'),
  applicationSet(
    '[{git: {repoURL: https://git.example.org/infra.git, directories: [{path: "*"}]}}]',
    '{{path.basename}}',
    { path: '{{path}}' },
  ),
  applicationSet('[{list: {elements: [{e: a}, {}]}}]', 'x-{{.e}}', {
    spec: '  goTemplate: true',
  }),
  'directory: {recurse: false}\n',
  'a: [\n',
  '{{ .Values.x }}\n',
  '{"kind": "List", "items": [{"kind": "A"}, null]}\n',
  '\t\n',
);
const text = fc
  .tuple(
    fc.array(piece, { maxLength: 3 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .map(([pieces, more]) => [...pieces, more].join('---\n'));
const files = fc.dictionary(path, text, { maxKeys: 8 });
const links = fc.dictionary(
  path,
  fc.oneof(
    path,
    path.map(p => `../${p}`),
    fc.constant('/x'),
  ),
  { maxKeys: 2 },
);

function read(
  content: Record<string, string>,
  symlinks: Record<string, string>,
) {
  const entries = Object.entries(content);
  return layout(
    createTree(
      entries.map(([at, body]) => ({ path: at, text: body })),
      { symlinks: new Map(Object.entries(symlinks)) },
    ),
    { clusters: [] },
  );
}

/** What is thrown that is no typed error of the engine. */
function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (!(error instanceof EngineError)) return error;
  }
  return undefined;
}

describe('layout of any tree', () => {
  it('throws nothing but typed errors', () => {
    fc.assert(
      fc.property(files, links, (content, symlinks) => {
        expect(errorOf(() => read(content, symlinks))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which the files are given', () => {
    fc.assert(
      fc.property(files, links, (content, symlinks) => {
        const turned = Object.fromEntries(Object.entries(content).reverse());
        expect(read(turned, symlinks)).toEqual(read(content, symlinks));
      }),
      { numRuns: 100 },
    );
  });

  it('has each key once in an application, and nothing of a blocked one', () => {
    fc.assert(
      fc.property(files, links, (content, symlinks) => {
        const result = read(content, symlinks);
        const keys = result.resources.map(
          r => `${r.application} ${r.environment} ${r.key}`,
        );
        const byArgo = result.applications.length > 0;
        expect(byArgo ? new Set(keys).size : keys.length).toBe(keys.length);
        const blocked = result.applications.filter(a => a.blocked);
        const owners = new Set(result.resources.map(r => r.application));
        expect(blocked.filter(a => owners.has(a.name))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('takes every manifest from a file of the tree', () => {
    fc.assert(
      fc.property(files, content => {
        for (const { manifest, shadowed } of read(content, {}).resources) {
          for (const { origin } of [manifest, ...shadowed]) {
            expect(Object.keys(content)).toContain(origin.file);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
