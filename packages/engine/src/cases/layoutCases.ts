import { Origin } from '../manifests';
import {
  createTree,
  EffectiveResource,
  KnownCluster,
  layout,
  Layout,
} from '../layout';

interface ExpectedResource {
  readonly key: string;
  readonly from: string;
  readonly shadowed?: readonly string[];
  readonly hook?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** A case of the format that the head of layout.yaml describes. */
export interface LayoutCase {
  readonly id: string;
  readonly title: string;
  readonly files: Readonly<Record<string, string | null>>;
  readonly symlinks?: Readonly<Record<string, string>>;
  readonly clusters?: readonly KnownCluster[];
  readonly config?: {
    readonly branch?: string;
    readonly environmentOrder?: readonly string[];
  };
  readonly expect: {
    readonly environments?: readonly string[];
    readonly services?: readonly string[];
    readonly applications?: readonly Fields[];
    readonly resources?: Readonly<Record<string, readonly ExpectedResource[]>>;
    readonly errors?: readonly Fields[];
  };
}

const REPOSITORY_URLS = [
  'https://git.example.org/infra.git',
  'https://github.com/your-org/infrastructure-gitops.git',
];

function place({ file, document, item }: Origin): string {
  return `${file}#${document}${item === undefined ? '' : `[${item}]`}`;
}

function resourceText({ key, manifest, shadowed, hook }: EffectiveResource) {
  const lost = shadowed.map(({ origin }) => place(origin)).join(', ');
  return `${key} from ${place(manifest.origin)} over [${lost}]${
    hook ? ' hook' : ''
  }`;
}

function expectedText({ key, from, shadowed = [], hook }: ExpectedResource) {
  return `${key} from ${from} over [${shadowed.join(', ')}]${
    hook ? ' hook' : ''
  }`;
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function matches(expected: Fields, actual: Fields): boolean {
  return Object.entries(expected).every(([key, value]) =>
    value === null ? actual[key] === undefined : same(actual[key], value),
  );
}

/** Pairs expected with actual; what is left of either is a difference. */
function compareAll(
  what: string,
  expected: readonly Fields[],
  actual: readonly Fields[],
): string[] {
  const left = [...actual];
  const differences: string[] = [];
  for (const wanted of expected) {
    const index = left.findIndex(item => matches(wanted, item));
    if (index < 0) {
      differences.push(`missing ${what} ${JSON.stringify(wanted)}`);
    } else {
      left.splice(index, 1);
    }
  }
  return [
    ...differences,
    ...left.map(item => `unexpected ${what} ${JSON.stringify(item)}`),
  ];
}

function compareLists(
  what: string,
  expected: readonly string[],
  actual: readonly string[],
): string[] {
  return [
    ...expected
      .filter(text => !actual.includes(text))
      .map(text => `missing ${what}: ${text}`),
    ...actual
      .filter(text => !expected.includes(text))
      .map(text => `unexpected ${what}: ${text}`),
  ];
}

function compareResources(testCase: LayoutCase, result: Layout): string[] {
  const expected = testCase.expect.resources ?? {};
  const byOwner = new Map<string, string[]>();
  for (const resource of result.resources) {
    const owner = resource.application ?? resource.environment ?? '';
    const list = byOwner.get(owner) ?? [];
    byOwner.set(owner, [...list, resourceText(resource)]);
  }
  const owners = new Set([...Object.keys(expected), ...byOwner.keys()]);
  return [...owners].flatMap(owner =>
    compareLists(
      `resource of ${owner}`,
      (expected[owner] ?? []).map(expectedText),
      byOwner.get(owner) ?? [],
    ),
  );
}

/** Runs a layout case; the differences from what it expects, none if it passes. */
export function runLayoutCase(testCase: LayoutCase): string[] {
  const { files, symlinks = {}, clusters, config, expect } = testCase;
  const tree = createTree(
    Object.entries(files).map(([path, text]) => ({ path, text: text ?? '' })),
    { symlinks: new Map(Object.entries(symlinks)) },
  );
  const result = layout(tree, {
    repositoryUrls: REPOSITORY_URLS,
    clusters,
    ...config,
  });
  const differences: string[] = [];
  const names = result.environments.map(({ name }) => name);
  if (expect.environments && !same(names, expect.environments)) {
    differences.push(
      `environments are ${names.join(
        ', ',
      )}, expected ${expect.environments.join(', ')}`,
    );
  }
  if (expect.services && !same(result.services, expect.services)) {
    differences.push(
      `services are ${result.services.join(
        ', ',
      )}, expected ${expect.services.join(', ')}`,
    );
  }
  const applications = result.applications.map(application => ({
    ...application,
    namespace: application.namespace ?? '',
  }));
  differences.push(
    ...compareAll('application', expect.applications ?? [], applications),
    ...compareResources(testCase, result),
    ...compareAll(
      'problem',
      expect.errors ?? [],
      result.problems.map(problem => ({ ...problem })),
    ),
  );
  return differences;
}
