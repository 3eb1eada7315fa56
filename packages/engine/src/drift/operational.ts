import { FieldPath } from '../fields';

const ANNOTATIONS = new Set([
  'argocd.argoproj.io/instance',
  'argocd.argoproj.io/tracking-id',
  'kubectl.kubernetes.io/restartedAt',
]);

const ANNOTATION_PREFIXES = [
  'crossplane.io/external-create-',
  'crossplane.io/reconcile',
];

const LABELS = new Set([
  'app.kubernetes.io/instance',
  'argocd.argoproj.io/instance',
]);

function keyAt(path: FieldPath, index: number): string | undefined {
  const step = path[index];
  return step?.type === 'key' ? step.key : undefined;
}

/** The map of metadata whose keys stand for themselves, or undefined. */
export function metadataMap(
  path: FieldPath,
  length: number,
): 'labels' | 'annotations' | 'finalizers' | undefined {
  if (keyAt(path, length - 2) !== 'metadata') return undefined;
  const name = keyAt(path, length - 1);
  return name === 'labels' || name === 'annotations' || name === 'finalizers'
    ? name
    : undefined;
}

/**
 * Fields that operating a cluster leaves behind: restarts, requested
 * reconciles, tracking ids. Nobody has to act on them.
 */
export function isOperational(path: FieldPath): boolean {
  const map = metadataMap(path, path.length - 1);
  const key = keyAt(path, path.length - 1);
  if (map === undefined || key === undefined) return false;
  if (map === 'labels') return LABELS.has(key);
  return (
    map === 'annotations' &&
    (ANNOTATIONS.has(key) ||
      ANNOTATION_PREFIXES.some(prefix => key.startsWith(prefix)))
  );
}
