import { getKey, isObject, Json, JsonObject } from '../fields';
import { Manifest, resourceKey } from '../manifests';
import { lostFields } from './lostFields';
import { layoutProblem } from './problems';
import { ClusterScope } from './scope';
import { LayoutProblem } from './types';

/** One object with the manifests that compete for it. */
export interface EffectiveObject {
  readonly key: string;
  readonly manifest: Manifest;
  readonly shadowed: readonly Manifest[];
  readonly hook: boolean;
}

/** What a list of manifests comes down to. */
export interface EffectiveSet {
  readonly objects: readonly EffectiveObject[];
  readonly problems: readonly LayoutProblem[];
}

function withNamespace(manifest: Manifest, namespace: string): Manifest {
  const { namespace: _dropped, ...rest } = manifest;
  const metadata = getKey(manifest.object, 'metadata');
  const { namespace: _written, ...others } = isObject(metadata)
    ? metadata
    : ({} as JsonObject);
  const given: JsonObject = namespace ? { ...others, namespace } : others;
  return {
    ...rest,
    ...(namespace && { namespace }),
    object: { ...manifest.object, metadata: given },
  };
}

/** The namespace as Argo CD sets it before it compares or applies. */
function inNamespace(
  manifest: Manifest,
  isClusterScoped: ClusterScope,
  namespace: string,
): Manifest {
  if (isClusterScoped(manifest.group, manifest.kind)) {
    return manifest.namespace ? withNamespace(manifest, '') : manifest;
  }
  return manifest.namespace || !namespace
    ? manifest
    : withNamespace(manifest, namespace);
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Argo CD's hook types, those that run when an application goes included. */
const HOOKS = [
  'PreSync',
  'Sync',
  'PostSync',
  'SyncFail',
  'Skip',
  'PreDelete',
  'PostDelete',
];

const HELM_HOOKS = [
  'pre-install',
  'pre-upgrade',
  'post-install',
  'post-upgrade',
  'pre-delete',
  'post-delete',
];

/** The known types in the text of an annotation. */
function typesIn(written: Json | undefined, known: readonly string[]) {
  const types = text(written)
    .split(',')
    .map(type => type.trim());
  return new Set(types.filter(type => known.includes(type)));
}

/**
 * `hook`: run at a sync or a deletion; `skip`: neither run nor kept, also for
 * hooks of no type that Argo CD knows (gitops-engine pkg/sync/hook, ignore).
 */
function hookState(manifest: Manifest): 'hook' | 'skip' | 'object' {
  const annotations = getKey(
    getKey(manifest.object, 'metadata'),
    'annotations',
  );
  const argo = getKey(annotations, 'argocd.argoproj.io/hook');
  const helm = getKey(annotations, 'helm.sh/hook');
  const hooks = typesIn(argo, HOOKS);
  if (argo !== undefined && hooks.has('Skip') && hooks.size === 1)
    return 'skip';
  // Helm marks definitions of resources as hooks, too; they are none.
  const isHook =
    argo !== undefined || (helm !== undefined && helm !== 'crd-install');
  if (!isHook) return 'object';
  const types = hooks.size > 0 ? hooks : typesIn(helm, HELM_HOOKS);
  return types.size > 0 ? 'hook' : 'skip';
}

/** The key of an object; a generated name is told apart by its position. */
function keyAt(manifest: Manifest, position: number): string {
  if (manifest.name !== '') return resourceKey(manifest);
  const metadata = getKey(manifest.object, 'metadata');
  const prefix = text(getKey(metadata, 'generateName'));
  const name = prefix ? `${prefix}${position}` : '';
  return resourceKey({ ...manifest, name });
}

function describe({ origin }: Manifest): string {
  return `${origin.file}:${origin.line}`;
}

/**
 * Settles which manifest is in force for each object: of several with one
 * key the last, whole. Nothing is merged.
 *
 * @param namespace - what namespaced objects without one get
 */
export function effectiveObjects(
  manifests: readonly Manifest[],
  isClusterScoped: ClusterScope,
  namespace: string,
): EffectiveSet {
  const byKey = new Map<string, Manifest[]>();
  const problems: LayoutProblem[] = [];
  manifests.forEach((written, position) => {
    const manifest = inNamespace(written, isClusterScoped, namespace);
    const key = keyAt(manifest, position);
    const found = byKey.get(key);
    if (found) found.push(manifest);
    else byKey.set(key, [manifest]);
    if (key.endsWith('/')) {
      problems.push(
        layoutProblem({
          code: 'unnamed-resource',
          path: manifest.origin.file,
          key,
          line: manifest.origin.line,
          document: manifest.origin.document,
          message: `${describe(manifest)}: the ${
            manifest.kind
          } has no name that is text.`,
          fix: 'Give it a name, in quotes if it looks like a number or boolean.',
        }),
      );
    }
  });
  const objects: EffectiveObject[] = [];
  for (const [key, candidates] of byKey) {
    const manifest = candidates[candidates.length - 1];
    const shadowed = candidates.slice(0, -1);
    if (shadowed.length > 0) {
      const lost = shadowed.flatMap(other => lostFields(manifest, other));
      problems.push(
        layoutProblem({
          code: 'repeated-resource',
          key,
          path: manifest.origin.file,
          line: manifest.origin.line,
          document: manifest.origin.document,
          ...(lost.length > 0 && { lost: [...new Set(lost)] }),
          message: `${key} is defined ${candidates.length} times; ${describe(
            manifest,
          )} is read last and counts whole, ${shadowed
            .map(describe)
            .join(', ')} ${shadowed.length > 1 ? 'have' : 'has'} no effect.`,
          fix: 'Keep one definition with all fields; Argo CD does not merge them.',
        }),
      );
    }
    const state = hookState(manifest);
    if (state !== 'skip') {
      objects.push({ key, manifest, shadowed, hook: state === 'hook' });
    }
  }
  return { objects, problems };
}
