import {
  applicationSet,
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

describe('ApplicationSets', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'elementsYaml appends',
      applicationSet(
        "[{list: {elements: [{e: a}], elementsYaml: '[{e: b}]'}}]",
        '{{e}}',
      ),
      ['a', 'b'],
      [],
    ],
    [
      'broken elementsYaml',
      applicationSet("[{list: {elements: [], elementsYaml: '['}}]", '{{e}}'),
      [],
      failed,
    ],
    [
      'values of an element',
      applicationSet(
        '[{list: {elements: [{e: a, values: {k: v}}]}}]',
        '{{e}}-{{values.k}}',
      ),
      ['a-v'],
      [],
    ],
    [
      'values that are no strings',
      applicationSet('[{list: {elements: [{e: a, values: {k: 1}}]}}]', '{{e}}'),
      [],
      failed,
    ],
    [
      'typed values with goTemplate',
      applicationSet(
        '[{list: {elements: [{e: a, c: 2, flag: true, l: [x]}]}}]',
        '{{.e}}-{{.c}}-{{.flag}}-{{index .l 0}}',
        { spec: GO },
      ),
      ['a-2-true-x'],
      [],
    ],
    [
      'a missing key with missingkey=error',
      applicationSet('[{list: {elements: [{e: a}]}}]', '{{.x}}', { spec: GO }),
      [],
      failed,
    ],
    [
      'a missing key without',
      applicationSet('[{list: {elements: [{e: a}]}}]', 'web-{{.x}}', {
        spec: '  goTemplate: true',
      }),
      [],
      ['unresolved-template web-<no value> argocd/set.yaml'],
    ],
    [
      'an unknown option',
      applicationSet('[{list: {elements: [{e: a}]}}]', 'a', {
        spec: '  goTemplate: true\n  goTemplateOptions: [x=y]',
      }),
      [],
      failed,
    ],
    [
      'a duplicate name drops all of it',
      applicationSet('[{list: {elements: [{e: a}, {e: b}, {e: a}]}}]', '{{e}}'),
      ['b'],
      ['duplicate-application a argocd/set.yaml'],
    ],
    [
      'a selector with expressions',
      applicationSet(
        '[{list: {elements: [{e: a}, {e: b}, {f: c}]}, selector: {matchExpressions: [{key: e, operator: Exists}, {key: e, operator: NotIn, values: [a]}]}}]',
        '{{e}}',
      ),
      ['b'],
      [],
    ],
    [
      'an invalid selector',
      applicationSet(
        '[{list: {elements: [{e: a}]}, selector: {matchExpressions: [{key: e, operator: In}]}}]',
        '{{e}}',
      ),
      [],
      failed,
    ],
    [
      'a selector on nested values with goTemplate',
      applicationSet(
        "[{list: {elements: [{e: a, m: {c: 1}}, {e: b, m: {c: 2}}]}, selector: {matchLabels: {m.c: '2'}}}]",
        '{{.e}}',
        { spec: GO },
      ),
      ['b'],
      [],
    ],
    [
      'a nested selector in a matrix',
      applicationSet(
        '[{matrix: {generators: [{list: {elements: [{a: x}, {a: w}]}, selector: {matchLabels: {a: w}}}, {list: {elements: [{b: z}]}}]}}]',
        '{{a}}{{b}}',
      ),
      ['wz'],
      [],
    ],
    [
      'a matrix of three',
      applicationSet(
        '[{matrix: {generators: [{list: {elements: [{a: x}]}}, {list: {elements: [{b: x}]}}, {list: {elements: [{c: x}]}}]}}]',
        '{{a}}',
      ),
      [],
      failed,
    ],
    [
      'a matrix in a matrix',
      applicationSet(
        '[{matrix: {generators: [{matrix: {generators: [{list: {elements: [{a: x}]}}, {list: {elements: [{b: w}]}}]}}, {list: {elements: [{c: z}]}}]}}]',
        '{{a}}{{b}}{{c}}',
      ),
      ['xwz'],
      [],
    ],
    [
      'the second generator filled by the first',
      applicationSet(
        "[{matrix: {generators: [{list: {elements: [{a: x}, {a: w}]}}, {list: {elements: [{b: '{{a}}2'}]}}]}}]",
        '{{b}}',
      ),
      ['x2', 'w2'],
      [],
    ],
    [
      'two generators in one entry',
      applicationSet(
        '[{list: {elements: [{e: a}]}, merge: {mergeKeys: [e], generators: [{list: {elements: [{e: b}]}}, {list: {elements: []}}]}}]',
        '{{e}}',
      ),
      ['a', 'b'],
      [],
    ],
    [
      'a merge without keys',
      applicationSet(
        '[{merge: {mergeKeys: [], generators: [{list: {elements: [{e: a}]}}, {list: {elements: []}}]}}]',
        '{{e}}',
      ),
      [],
      failed,
    ],
    [
      'a merge whose keys are not unique',
      applicationSet(
        '[{merge: {mergeKeys: [e], generators: [{list: {elements: [{e: a}]}}, {list: {elements: [{e: a}, {e: a}]}}]}}]',
        '{{e}}',
      ),
      [],
      failed,
    ],
    [
      'a merge of one',
      applicationSet(
        '[{merge: {mergeKeys: [e], generators: [{list: {elements: [{e: a}]}}]}}]',
        '{{e}}',
      ),
      [],
      failed,
    ],
    [
      'a merge with goTemplate',
      applicationSet(
        "[{merge: {mergeKeys: [e], generators: [{list: {elements: [{e: a, m: {x: 1, w: 2}}]}}, {list: {elements: [{e: a, m: {w: 3, z: ''}}]}}]}}]",
        '{{.e}}-{{.m.x}}-{{.m.w}}',
        { spec: GO },
      ),
      ['a-1-3'],
      [],
    ],
    [
      "a generator's own template",
      applicationSet(
        "[{list: {elements: [{e: a}], template: {metadata: {name: 'own-{{e}}', labels: {env: qa}}, spec: {project: '', source: {repoURL: '', path: ''}, destination: {}}}}}]",
        'base-{{e}}',
      ),
      ['own-a qa'],
      [],
    ],
    [
      'an open tag',
      applicationSet('[{list: {elements: [{e: a}]}}]', '{{e}}-{{'),
      [],
      failed,
    ],
    [
      'a function that is not evaluated here',
      applicationSet('[{list: {elements: [{e: a}]}}]', '{{now}}', {
        spec: '  goTemplate: true',
      }),
      [],
      ['unsupported-generator  argocd/set.yaml'],
    ],
    [
      'an invalid name and a valid one',
      applicationSet('[{list: {elements: [{e: A}, {e: b}]}}]', '{{e}}'),
      ['b'],
      ['invalid-application A argocd/set.yaml'],
    ],
    [
      'a matrix with an unsupported generator',
      applicationSet(
        '[{matrix: {generators: [{list: {elements: [{e: a}]}}, {pullRequest: {}}]}}, {list: {elements: [{e: b}]}}]',
        '{{e}}',
      ),
      ['b'],
      ['unsupported-generator  argocd/set.yaml'],
    ],
    ['no generators', applicationSet('[]', 'x'), [], []],
    [
      'an element that is no mapping',
      applicationSet('[{list: {elements: [a]}}]', 'x'),
      [],
      failed,
    ],
    [
      'a git generator of another repository',
      applicationSet(
        '[{git: {repoURL: https://x.org/y, directories: [{path: a}]}}]',
        'x',
      ),
      [],
      ['unsupported-generator  argocd/set.yaml'],
    ],
    [
      'a git generator of nothing',
      applicationSet(`[{git: {repoURL: ${URL}, directories: []}}]`, 'x'),
      [],
      failed,
    ],
    [
      'a templatePatch that is no YAML',
      applicationSet('[{list: {elements: [{e: a}]}}]', '{{e}}', {
        spec: "  templatePatch: 'a: ['",
      }),
      [],
      failed,
    ],
  ])('%s', (_title, set, names, problems) => {
    expect(sets(set)).toEqual({ names, problems });
  });

  it('takes the later of two sets with one name', () => {
    const first = applicationSet('[{list: {elements: [{e: a}]}}]', '{{e}}');
    const second = applicationSet('[{list: {elements: [{e: b}]}}]', '{{e}}');
    expect(sets(first, { 'z/set.yaml': second })).toEqual({
      names: ['b'],
      problems: ['duplicate-application set argocd/set.yaml'],
    });
  });
});
