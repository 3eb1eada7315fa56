import { JsonObject } from '../../fields';
import { Health } from '../types';
import { at, conditionsOf, health, textAt } from '../view';

/** What makes a kind of Flux healthy, and what makes it wait. */
interface FluxKind {
  /** Conditions besides Ready of which as many must be True as `wanted` says. */
  readonly proofs: readonly string[];
  /** True conditions that a healthy object has, Ready included. */
  readonly wanted: number;
  /** Status of Ready that is progress together with Reconciling. */
  readonly waits: 'Unknown' | 'False' | 'never';
  /** Reasons of Reconciling that count as progress; any, if left out. */
  readonly busy?: readonly string[];
}

/** As Argo CD counts: both signs of progress, all proofs, or degraded. */
function fluxHealth(kind: FluxKind): (object: JsonObject) => Health {
  return object => {
    if (at(object, 'spec', 'suspend') === true) {
      return health('Suspended', `${textAt(object, 'kind')} is suspended`);
    }
    if (at(object, 'status', 'conditions') === undefined) {
      return health('Progressing', 'Status unknown');
    }
    let proofs = 0;
    let signs = 0;
    let words = '';
    for (const { type, status, reason } of conditionsOf(object)) {
      if (type === 'Ready') {
        if (status === 'True') proofs++;
        else if (status === kind.waits) signs++;
        words = reason;
      } else if (status !== 'True') continue;
      else if (type === 'Reconciling') {
        if (kind.busy?.includes(reason) ?? true) signs++;
      } else if (kind.proofs.includes(type)) proofs++;
      else if (type === 'ArtifactOutdated') words = `${words} ${reason}`;
    }
    if (signs === 2 && kind.waits !== 'never') {
      return health('Progressing', words);
    }
    return proofs === kind.wanted
      ? health('Healthy', words)
      : health('Degraded', words || 'Ready is not True');
  };
}

const source = fluxHealth({
  proofs: ['ArtifactInStorage'],
  wanted: 2,
  waits: 'Unknown',
});

const plain = fluxHealth({ proofs: [], wanted: 1, waits: 'Unknown' });

/** OCI repositories of Helm say nothing in their status. */
function helmRepositoryHealth(object: JsonObject): Health {
  const still = at(object, 'spec', 'suspend') === true;
  return textAt(object, 'spec', 'type') === 'oci' && !still
    ? health(
        'Healthy',
        "Helm repositories of type 'oci' do not contain any information in the status.",
      )
    : source(object);
}

/** The kinds of the Flux toolkits. */
export const FLUX_KINDS = [
  [
    'helm.toolkit.fluxcd.io/HelmRelease',
    fluxHealth({
      proofs: ['Released', 'TestSuccess'],
      wanted: 2,
      waits: 'Unknown',
    }),
  ],
  [
    'image.toolkit.fluxcd.io/ImagePolicy',
    fluxHealth({
      proofs: [],
      wanted: 1,
      waits: 'False',
      busy: ['NewGeneration', 'AccessingRepository', 'ApplyingPolicy'],
    }),
  ],
  [
    'image.toolkit.fluxcd.io/ImageRepository',
    fluxHealth({
      proofs: [],
      wanted: 1,
      waits: 'False',
      busy: ['NewGeneration', 'Scanning'],
    }),
  ],
  ['image.toolkit.fluxcd.io/ImageUpdateAutomation', plain],
  ['kustomize.toolkit.fluxcd.io/Kustomization', plain],
  [
    'notification.toolkit.fluxcd.io/Receiver',
    fluxHealth({ proofs: [], wanted: 1, waits: 'never' }),
  ],
  ['source.toolkit.fluxcd.io/Bucket', source],
  ['source.toolkit.fluxcd.io/GitRepository', source],
  ['source.toolkit.fluxcd.io/HelmChart', source],
  ['source.toolkit.fluxcd.io/HelmRepository', helmRepositoryHealth],
  ['source.toolkit.fluxcd.io/OCIRepository', source],
] as const;
