import {
  applicationSet,
  configMap,
  layoutOf,
  summarize,
} from '../testing/layoutRepository';

const URL = 'https://git.example.org/infra.git';
const GO = "  goTemplate: true\n  goTemplateOptions: ['missingkey=error']";

function sets(set: string, files: Record<string, string> = {}, options = {}) {
  const { applications, problems } = summarize(
    layoutOf({ 'argocd/set.yaml': set, 'web/.gitkeep': '', ...files }, options),
  );
  return {
    names: applications.map(line => line.replace(' [web]', '')),
    problems,
  };
}

const failed = ['applicationset-failed  argocd/set.yaml'];

describe('generators that read the repository or the clusters', () => {
  const apps = {
    'apps/a/x.yaml': configMap('x'),
    'apps/b_1/config.yaml': 'env: {name: dev}\ncount: 1\n',
    'apps/c/config.json':
      '[{"env": {"name": "qa"}}, {"env": {"name": "prod"}}]',
    'apps/.d/config.yaml': 'env: {name: hidden}\n',
  };

  it.each<[string, string, string[], string[]]>([
    [
      'exclude wins',
      applicationSet(
        `[{git: {repoURL: ${URL}, directories: [{path: apps/a, exclude: true}, {path: 'apps/*'}]}}]`,
        '{{path.basenameNormalized}}-{{path[0]}}',
      ),
      ['b-1-apps', 'c-apps'],
      [],
    ],
    [
      'a prefix and values',
      applicationSet(
        `[{git: {repoURL: ${URL}, directories: [{path: apps/a}], pathParamPrefix: my, values: {v: '{{my.path.basename}}-v'}}}]`,
        '{{values.v}}-{{my.path[1]}}',
      ),
      ['a-v-a'],
      [],
    ],
    [
      'a prefix and values with goTemplate',
      applicationSet(
        `[{git: {repoURL: ${URL}, directories: [{path: apps/a}], pathParamPrefix: my, values: {v: '{{.my.path.basename}}-v'}}}]`,
        '{{.values.v}}-{{index .my.path.segments 1}}',
        { spec: GO },
      ),
      ['a-v-a'],
      [],
    ],
    [
      'files',
      applicationSet(
        `[{git: {repoURL: ${URL}, files: [{path: 'apps/**/config.*'}]}}]`,
        '{{env.name}}-{{path.basenameNormalized}}',
      ),
      ['hidden-d', 'dev-b-1', 'qa-c', 'prod-c'],
      [],
    ],
    [
      'files with goTemplate',
      applicationSet(
        `[{git: {repoURL: ${URL}, files: [{path: apps/b_1/config.yaml}]}}]`,
        '{{.env.name}}-{{.count}}-{{.path.filenameNormalized}}',
        { spec: GO },
      ),
      ['dev-1-config.yaml'],
      [],
    ],
    [
      'a file that is text',
      applicationSet(
        `[{git: {repoURL: ${URL}, files: [{path: text.yaml}]}}]`,
        'x',
      ),
      [],
      failed,
    ],
  ])('git: %s', (_title, set, names, problems) => {
    expect(sets(set, { ...apps, 'text.yaml': 'words\n' })).toEqual({
      names,
      problems,
    });
  });

  it.each<[string, string, string[]]>([
    ['all, the local one too', '{}', ['in-cluster', 'one']],
    [
      'by the label of the secret',
      '{selector: {matchLabels: {argocd.argoproj.io/secret-type: cluster}}}',
      ['one'],
    ],
    ['by an empty selector', '{selector: {}}', ['in-cluster', 'one']],
  ])('clusters: %s', (_title, spec, names) => {
    const set = applicationSet(`[{clusters: ${spec}}]`, '{{nameNormalized}}');
    const clusters = [{ name: 'one', server: 'https://one.example.org' }];
    expect(sets(set, {}, { clusters }).names.sort()).toEqual(names);
  });

  it('gives up on a matrix of too many sets before it makes them', () => {
    const many = (key: string) =>
      `{list: {elements: [${Array.from(
        { length: 2000 },
        (_item, index) => `{${key}: '${index}'}`,
      ).join(', ')}]}}`;
    const set = applicationSet(
      `[{matrix: {generators: [${many('a')}, ${many('b')}]}}]`,
      'n{{a}}-{{b}}',
    );
    expect(sets(set)).toEqual({
      names: [],
      problems: ['unsupported-generator  argocd/set.yaml'],
    });
  });

  it('leaves out a generator that Argo CD does not know beside one it does', () => {
    const set = applicationSet(
      "[{list: {elements: [{a: x}]}, lists: {elements: [{a: 'y'}]}}]",
      'n-{{a}}',
    );
    expect(sets(set)).toEqual({ names: ['n-x'], problems: [] });
  });
});
