import { JsonValue } from '@backstage/types';
import {
  DriftItem,
  FieldPath,
  formatPath,
  getAt,
  JsonObject as EngineObject,
  sameJson,
} from '@stagecraft/engine';
import { isMap, KubeObject, mapAt } from '../../objects';
import { GITOPS, Mode } from './applying';
import { Changes, pathOf, typeFor, withChanges } from './changes';
import { Editor } from './editors';
import { schemaFor } from './manifests';

/** What an item must say. A removal has no author and no time. */
export interface Expected {
  readonly path: string;
  readonly kind: DriftItem['kind'];
  readonly cause: DriftItem['cause'];
  readonly manager?: string;
  /** The server knows who wrote it, but not when. */
  readonly timeless?: true;
}

/** One who wrote, and what. */
export type Step = readonly [editor: Editor, changes: Changes];

// Left behind by operating the cluster.
const OPERATIONAL =
  /kubectl\.kubernetes\.io\/restartedAt|argocd\.argoproj\.io\/tracking-id/;

/** Inside an atomic list there are no paths of their own. */
function reported(path: FieldPath): FieldPath {
  const index = path.findIndex(step => step.type === 'index');
  return index < 0 ? path : path.slice(0, index);
}

/** The highest path that Git lacks; keys of metadata stand for themselves. */
function highestAbsent(path: FieldPath, desired: KubeObject): FieldPath {
  const type = typeFor(desired);
  const isMetadata = /(^|\.)metadata\.(labels|annotations|finalizers)/.test(
    formatPath(path),
  );
  if (isMetadata) return path;
  const length = path.findIndex(
    (_, at) =>
      getAt(desired as EngineObject, path.slice(0, at + 1), type) === undefined,
  );
  return path.slice(0, length + 1);
}

/** Built-in kinds and metadata do not keep a map or list of which all is gone. */
function highestGone(path: FieldPath, desired: KubeObject): FieldPath {
  const parent = path.slice(0, -1);
  const [root] = path;
  const isKept = schemaFor(desired) && formatPath([root]) !== 'metadata';
  if (isKept || parent.length < 2) return path;
  const rest = withChanges(desired, { [formatPath(path)]: null });
  const left = getAt(rest as EngineObject, parent, typeFor(desired));
  const isEmpty = Object.keys(left as object).length === 0;
  return isEmpty ? highestGone(parent, desired) : path;
}

/** As the cluster keeps it: the text of a Secret is in its data. */
function asKept(desired: KubeObject): KubeObject {
  const { stringData, ...rest } = desired;
  if (!isMap(stringData)) return desired;
  const encoded = Object.entries(stringData).map(([key, text]) => [
    key,
    Buffer.from(String(text)).toString('base64'),
  ]);
  return {
    ...rest,
    data: { ...mapAt(desired, 'data'), ...Object.fromEntries(encoded) },
  } as KubeObject;
}

function causeOf({ is }: Editor): Expected['cause'] {
  if (is === 'human') return 'manual';
  return is === 'unknown' ? 'unknown' : 'controller';
}

function expectedOf(
  desired: KubeObject,
  mode: Mode,
  text: string,
  value: JsonValue,
  editor: Editor,
): Expected | undefined {
  const path = reported(pathOf(text));
  const type = typeFor(desired);
  const given = getAt(desired as EngineObject, path, type);
  if (given !== undefined && path.length < pathOf(text).length) {
    if (editor.is === 'controller' && isNew(desired, text)) return undefined;
    return changed(formatPath(path), editor);
  }
  if (OPERATIONAL.test(text)) return undefined;
  if (value === null) {
    if (given === undefined) return undefined;
    const cause = mode === 'csa' ? 'manual' : 'unknown';
    const where = formatPath(highestGone(path, desired));
    return { path: where, kind: 'removed', cause };
  }
  if (given !== undefined) {
    if (sameJson(given, value as never)) return undefined;
    return editor.is === 'autoscaler'
      ? undefined
      : changed(formatPath(path), editor);
  }
  if (editor.is !== 'human' || (editor.scales && mode === 'ssa')) {
    return undefined;
  }
  return {
    path: formatPath(highestAbsent(path, desired)),
    kind: 'added',
    cause: 'manual',
    ...authorOf(editor),
  };
}

function isNew(desired: KubeObject, text: string): boolean {
  const type = typeFor(desired);
  return getAt(desired as EngineObject, pathOf(text), type) === undefined;
}

function authorOf({ manager, scales }: Editor) {
  return scales ? { manager, timeless: true as const } : { manager };
}

function changed(path: string, editor: Editor): Expected {
  return {
    path,
    kind: 'changed',
    cause: causeOf(editor),
    ...authorOf(editor),
  };
}

/** What must be found after some people and programs have written in turn. */
export function afterEdits(
  desired: KubeObject,
  mode: Mode,
  steps: readonly Step[],
): Expected[] {
  const kept = asKept(desired);
  const last = new Map<string, readonly [JsonValue, Editor]>();
  for (const [editor, changes] of steps) {
    for (const [path, value] of Object.entries(changes)) {
      last.set(path, [value, editor]);
    }
  }
  const found = new Map<string, Expected>();
  for (const [path, [value, editor]] of last) {
    const item = expectedOf(kept, mode, path, value, editor);
    if (item) found.set(item.path, item);
  }
  return [...found.values()];
}

/**
 * What must be found where Git has moved on: `applied` is what the cluster got,
 * and `changes` is what the newer commit changed of it.
 */
export function afterCommit(
  applied: KubeObject,
  mode: Mode,
  changes: Changes,
): Expected[] {
  const type = typeFor(applied);
  return Object.entries(changes).map(([text, value]) => {
    const path = reported(pathOf(text));
    const given = getAt(applied as EngineObject, path, type);
    if (value === null && path.length === pathOf(text).length) {
      return { path: text, kind: 'stale', cause: 'pending', manager: GITOPS };
    }
    if (given !== undefined) {
      const where = formatPath(path);
      return {
        path: where,
        kind: 'changed',
        cause: 'pending',
        manager: GITOPS,
      };
    }
    const where = formatPath(highestAbsent(path, applied));
    const cause = mode === 'csa' ? 'pending' : 'unknown';
    return { path: where, kind: 'removed', cause };
  });
}
