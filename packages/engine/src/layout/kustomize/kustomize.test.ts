import { JsonObject } from '../../fields';
import { readYaml } from '../../manifests';
import {
  application,
  configMap,
  layoutOf,
} from '../../testing/layoutRepository';
import { createTree } from '../tree';
import { Rendering } from '../types';
import { renderRequests } from '../renderRequests';
import { withImages } from './images';
import { kustomizeInput } from './kustomizeInput';

function input(
  files: Record<string, string>,
  options: JsonObject = {},
  symlinks: Record<string, string> = {},
) {
  const tree = createTree(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { symlinks: new Map(Object.entries(symlinks)) },
  );
  return kustomizeInput(tree, { tool: 'kustomize', path: 'web', options });
}

describe('what a build reads', () => {
  it('follows bases, components and patches, each directory once', () => {
    expect(
      input({
        'web/kustomization.yaml':
          'resources: [../base, own.yaml]\ncomponents: [../parts/tls]\npatches: [{path: ../patches/p.yaml}]\n',
        'web/own.yaml': configMap('own'),
        'base/kustomization.yml': 'bases: [../web, ../deeper]\n',
        'deeper/Kustomization': 'resources: [a.yaml]\n',
        'parts/tls/kustomization.yaml': 'kind: Component\n',
        'other/kustomization.yaml': '{}',
      }),
    ).toEqual({
      state: 'ready',
      directories: ['base', 'deeper', 'parts/tls', 'web'],
      path: 'web',
      writes: new Map(),
    });
  });

  it.each([
    ['https://example.org/base.yaml'],
    ['github.com/org/repo//deploy?ref=v1'],
    ['git@example.org:org/repo'],
    ['git::file:///tmp/repo'],
    ['ssh://git@example.org/repo'],
    ['example.org/repo?ref=main'],
  ])('does not fetch %s', reference => {
    expect(
      input({ 'web/kustomization.yaml': `resources: ['${reference}']` }),
    ).toEqual({
      state: 'elsewhere',
      reason: `web/kustomization.yaml needs ${reference}, which is not in this repository.`,
    });
  });

  it.each([['/etc'], ['../../etc'], ['../..']])(
    'does not leave the repository for %s',
    reference => {
      expect(
        input({ 'web/kustomization.yaml': `resources: ['${reference}']` }),
      ).toEqual({
        state: 'refused',
        reason: `web/kustomization.yaml needs ${reference}, which is outside of the repository.`,
      });
    },
  );

  it('says where a kustomization cannot be read, and which link leads out', () => {
    expect(input({ 'web/kustomization.yaml': 'resources: [\n' })).toEqual({
      state: 'refused',
      reason: expect.stringMatching(/^web\/kustomization.yaml:2:1: /),
    });
    expect(input({ 'web/kustomization.yaml': '- a\n' })).toEqual({
      state: 'refused',
      reason: 'web/kustomization.yaml holds no mapping.',
    });
    expect(
      input({ 'web/kustomization.yaml': '{}' }, {}, { out: '/etc' }),
    ).toEqual({
      state: 'refused',
      reason: 'The link out leads out of the repository.',
    });
  });
});

describe('options of the Application', () => {
  const applied = (written: string, options: JsonObject) => {
    const result = input(
      { 'web/kustomization.yaml': written, 'tls/kustomization.yaml': '{}' },
      options,
    );
    return result.state === 'ready'
      ? readYaml(result.writes.get('web/kustomization.yaml') ?? written)
      : result.reason;
  };

  it.each<[string, string, JsonObject, unknown]>([
    ['none', 'namePrefix: a-', {}, { namePrefix: 'a-' }],
    [
      'texts',
      'namePrefix: a-',
      { namePrefix: 'b-', nameSuffix: '-c', namespace: 'n' },
      { namePrefix: 'b-', nameSuffix: '-c', namespace: 'n' },
    ],
    [
      'replicas replace those of the same name',
      'replicas: [{name: a, count: 1}, {name: b, count: 1}]',
      { replicas: [{ name: 'a', count: '3' }] },
      {
        replicas: [
          { name: 'b', count: 1 },
          { name: 'a', count: 3 },
        ],
      },
    ],
    [
      'labels with selectors',
      'commonLabels: {a: "1"}',
      { commonLabels: { b: '2' } },
      { commonLabels: { a: '1', b: '2' } },
    ],
    [
      'labels without selectors',
      '{}',
      {
        commonLabels: { b: '2' },
        labelWithoutSelector: true,
        labelIncludeTemplates: true,
      },
      {
        labels: [
          {
            pairs: { b: '2' },
            includeSelectors: false,
            includeTemplates: true,
          },
        ],
      },
    ],
    [
      'a forced annotation',
      'commonAnnotations: {a: "1"}',
      { commonAnnotations: { a: '2' }, forceCommonAnnotations: true },
      { commonAnnotations: { a: '2' } },
    ],
    [
      'patches and components after those that are there',
      'patches: [{path: a.yaml}]\ncomponents: [../tls]',
      { patches: [{ patch: 'x' }], components: ['../tls', '../more'] },
      {
        patches: [{ path: 'a.yaml' }, { patch: 'x' }],
        components: ['../tls', '../more'],
      },
    ],
    [
      'components that are not there, left out',
      '{}',
      { components: ['../tls', '../more'], ignoreMissingComponents: true },
      { components: ['../tls'] },
    ],
    [
      'a label that is there already',
      'commonLabels: {a: "1"}',
      { commonLabels: { a: '2' } },
      'The label a is in the kustomization file already, and the Application does not force it.',
    ],
    [
      'a variable of Argo CD',
      '{}',
      { images: ['web:$ARGOCD_APP_REVISION'] },
      'web:$ARGOCD_APP_REVISION names a variable that only Argo CD knows.',
    ],
    [
      'no image',
      '{}',
      { images: ['web'] },
      'An image of the Application is no image.',
    ],
  ])('%s', (_, written, options, expected) => {
    expect(applied(written, options)).toEqual(expected);
  });

  it.each<[string, string[], unknown]>([
    ['a tag', ['web:2'], [{ name: 'web', newTag: '2' }]],
    [
      'a registry with a port',
      ['web=host:5000/a/web:2@sha256:ab'],
      [
        {
          name: 'web',
          newName: 'host:5000/a/web',
          newTag: '2',
          digest: 'sha256:ab',
        },
      ],
    ],
    ['a digest', ['a/web@sha256:ab'], [{ name: 'a/web', digest: 'sha256:ab' }]],
    [
      'what is kept',
      ['old=*:3'],
      [{ name: 'old', newName: 'mine', newTag: '3' }],
    ],
    ['whole entries', ['old:4'], [{ name: 'old', newTag: '4' }]],
    ['the order of names', ['z:1', 'a:1'], ['a', 'old', 'z']],
  ])('images: %s', (_, texts, expected) => {
    const images = [{ name: 'old', newName: 'mine', newTag: '1' }];
    const result = withImages(images, texts)!;
    const wanted = expected as unknown[];
    expect(
      typeof wanted[0] === 'string'
        ? result.map(({ name }) => name)
        : result.filter(({ name }) => name === (wanted[0] as JsonObject).name),
    ).toEqual(wanted);
  });
});

describe('a layout with renderings', () => {
  const files = {
    'argocd/app.yaml': application(
      'web',
      'path: web, kustomize: {namePrefix: a-}',
    ),
    'web/kustomization.yaml': 'resources: [map.yaml]\n',
    'web/map.yaml': configMap('map'),
  };
  const read = (rendering: Rendering | undefined) => {
    const { resources, problems, applications } = layoutOf(files, {
      render: () => rendering,
    });
    return {
      keys: resources.map(({ key }) => key),
      origins: resources.map(({ manifest }) => manifest.origin),
      problems: problems.map(({ code, message }) => `${code}: ${message}`),
      blocked: applications[0].blocked,
    };
  };

  it('asks for every directory with its options', () => {
    const tree = createTree(
      Object.entries(files).map(([path, text]) => ({ path, text })),
    );
    expect(renderRequests(tree).requests).toEqual([
      { tool: 'kustomize', path: 'web', options: { namePrefix: 'a-' } },
    ]);
  });

  it('has the objects that the tool printed', () => {
    const text = `${configMap('a-map')}---\n${configMap('b')}`;
    expect(read({ state: 'rendered', text })).toEqual({
      keys: ['/ConfigMap/demo/a-map', '/ConfigMap/demo/b'],
      origins: [0, 1].map(document => ({
        file: 'web/kustomization.yaml',
        document,
        line: 1,
        rendered: 'kustomize',
      })),
      problems: [],
      blocked: false,
    });
  });

  it('says why nothing is known', () => {
    const unknown =
      'rendered-elsewhere: web is rendered by kustomize; its objects are not known here.';
    expect(read(undefined).problems).toEqual([unknown]);
    const reason = 'There is no kustomize here.';
    const unavailable = read({ state: 'unavailable', reason });
    expect(unavailable.problems).toEqual([`${unknown} ${reason}`]);
    expect(unavailable.blocked).toBe(false);
  });

  it('delivers nothing where the build fails', () => {
    expect(read({ state: 'failed', reason: 'no such file: b.yaml' })).toEqual({
      keys: [],
      origins: [],
      problems: [
        'render-failed: web cannot be built, so nothing of it is applied: no such file: b.yaml',
      ],
      blocked: true,
    });
    expect(read({ state: 'rendered', text: 'kind: A\na: [' }).blocked).toBe(
      true,
    );
  });
});
