import {
  diffResources,
  EffectiveResource,
  HistoryAnswer,
  Manifest,
  parseManifests,
  PlanResource,
  ResourceText,
} from '@stagecraft/engine';
import {
  isSharedFile,
  pairKey,
  resourceName,
  serviceResources,
} from '../serviceResources';
import { RepositorySnapshot } from '../types';
import { overridePath } from './overridePath';

/** Why a resource is left out of a plan. */
export interface Refusal {
  /** `Kind/name` */
  readonly resource: string;
  readonly path: string;
  readonly reason: string;
}

/** What a promotion is planned over. */
export interface PlanMaterial {
  readonly resources: PlanResource[];
  readonly refusals: Refusal[];
  /** Files that the plan starts anew as copies of a shared one. */
  readonly copies: ReadonlySet<string>;
  /** Files that hold the source environment's side. */
  readonly sourceFiles: ReadonlySet<string>;
  readonly targetFiles: ReadonlySet<string>;
}

function textOf(
  snapshot: RepositorySnapshot,
  manifest: Manifest,
): ResourceText | undefined {
  const { file, document, item } = manifest.origin;
  const text = snapshot.tree.file(file)?.text;
  return text === undefined ? undefined : { path: file, text, document, item };
}

/** The one document of a file that holds an object, with its comments. */
function documentWith(manifest: Manifest, text: string): string | undefined {
  const { file } = manifest.origin;
  return text
    .split(/^---[^\n]*\n/m)
    .find(part =>
      parseManifests({ path: file, text: part }).manifests.some(
        found => pairKey(found) === pairKey(manifest),
      ),
    );
}

/**
 * The target's side of a resource. A file that other environments read too is
 * never written: the environment gets a file of its own that begins as a copy.
 */
function targetText(
  snapshot: RepositorySnapshot,
  resource: EffectiveResource,
): { text: ResourceText; copy: boolean } | { refused: string } {
  const { file } = resource.manifest.origin;
  const text = textOf(snapshot, resource.manifest);
  if (!text) return { refused: `${file} cannot be read` };
  if (!isSharedFile(snapshot, file)) return { text, copy: false };
  const path = overridePath(snapshot, resource);
  if (path === undefined) {
    return {
      refused: `${file} is shared with other environments, and ${resource.environment} has no place of its own for it`,
    };
  }
  if (snapshot.tree.file(path)) {
    return { refused: `${path} is there already and holds something else` };
  }
  const own = documentWith(resource.manifest, text.text);
  if (own === undefined || text.item !== undefined) {
    return { refused: `${file} holds it in a list that cannot be copied` };
  }
  return { text: { path, text: own, document: 0 }, copy: true };
}

/** Gathers both sides and the base of every resource of a service. */
export function planResources(options: {
  snapshot: RepositorySnapshot;
  history: HistoryAnswer;
  service: string;
  from: string;
  to: string;
  /** `Kind/name` of the resources to plan; all when absent. */
  only?: ReadonlySet<string>;
}): PlanMaterial {
  const { snapshot, history, service, from, to, only } = options;
  const sources = serviceResources(snapshot, from, service);
  const targets = serviceResources(snapshot, to, service);
  const histories = new Map(history.resources.map(item => [item.key, item]));
  const resources: PlanResource[] = [];
  const refusals: Refusal[] = [];
  const copies = new Set<string>();
  for (const key of new Set([
    ...sources.keys(),
    ...targets.keys(),
    ...histories.keys(),
  ])) {
    const source = sources.get(key);
    const target = targets.get(key);
    const known = histories.get(key);
    const [, kind, name] = key.split('/');
    const resource = resourceName({ kind, name });
    if (only && !only.has(resource)) continue;
    const refuse = (path: string, reason: string) =>
      refusals.push({ resource, path, reason });
    // The history keeps what only a broken file takes out of force.
    const lost =
      (known?.source !== undefined && !source && from) ||
      (known?.target !== undefined && !target && to);
    if (lost) {
      refuse(
        (source ?? target)?.manifest.origin.file ?? resource,
        `the file that holds it in ${lost} cannot be read`,
      );
      continue;
    }
    if (!source && !target) continue;
    const made = [source, target].find(side => side?.manifest.origin.rendered);
    if (made) {
      const { file, rendered } = made.manifest.origin;
      const isEqual =
        source &&
        target &&
        diffResources(source.manifest, target.manifest).length === 0;
      if (!isEqual) {
        refuse(file, `${rendered} makes it from this file and those it names`);
      }
      continue;
    }
    const aim = target && targetText(snapshot, target);
    const equal = history.fields.every(field => field.key !== key);
    if (aim && 'refused' in aim) {
      if (!equal) refuse(target.manifest.origin.file, aim.refused);
      continue;
    }
    if (aim?.copy) copies.add(aim.text.path);
    resources.push({
      key,
      source: source && textOf(snapshot, source.manifest),
      target: aim?.text,
      base: known?.baseObject,
    });
  }
  const filesOf = (side: ReadonlyMap<string, EffectiveResource>) =>
    new Set([...side.values()].map(({ manifest }) => manifest.origin.file));
  return {
    resources,
    refusals,
    copies,
    sourceFiles: filesOf(sources),
    targetFiles: filesOf(targets),
  };
}
