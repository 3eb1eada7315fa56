import { manifestText } from './manifestText';
import { Random } from './random';
import {
  Settings,
  randomSettings,
  withOtherValue,
  writtenOtherwise,
} from './settings';

/** One manifest in two environments. */
export interface Pair {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  /** The two do not mean the same. */
  readonly differs: boolean;
}

/** A fifth differs in a value, a fifth only in how it is written. */
function other(settings: Settings, random: Random): Settings {
  const share = random.next();
  if (share < 0.2) return withOtherValue(settings);
  return share < 0.4 ? writtenOtherwise(settings) : settings;
}

/** Manifests of two environments. */
export function pairs(count: number): readonly Pair[] {
  const random = new Random(count);
  return Array.from({ length: count }, (_, index) => {
    const settings = randomSettings(random, index);
    const changed = other(settings, random);
    return {
      name: settings.name,
      left: manifestText(settings),
      right: manifestText(changed),
      differs: changed !== settings && !changed.quoted,
    };
  });
}

function application(environment: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: infrastructure-${environment}
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.org/infra.git
    targetRevision: main
    path: environments/${environment}
    directory:
      recurse: true
  destination:
    server: https://kubernetes.default.svc
    namespace: ${environment}
`;
}

export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

export const ENVIRONMENTS = ['dev', 'staging'] as const;

/** A repository with two environments that Argo CD delivers. */
export function repository(all: readonly Pair[]): readonly RepositoryFile[] {
  return [
    ...ENVIRONMENTS.map(name => ({
      path: `argocd/${name}.yaml`,
      text: application(name),
    })),
    ...all.flatMap(({ name, left, right }) => [
      { path: `environments/dev/${name}/manifest.yaml`, text: left },
      { path: `environments/staging/${name}/manifest.yaml`, text: right },
    ]),
  ];
}
