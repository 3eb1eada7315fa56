import { JsonObject } from '@backstage/types';
import { KubeObject, valueAt } from '../../objects';
import { APPLY, MERGE } from '../checks/fixtures';
import { CheckContext } from '../types';
import { GITOPS, Mode, withLastApplied } from './applying';
import { Changes, pathOf, withChanges } from './changes';

/** What an editor works on. */
export interface Work {
  readonly context: CheckContext;
  /** Path of the object. */
  readonly target: string;
  readonly live: KubeObject;
  /** What Git says. */
  readonly desired: KubeObject;
  readonly mode: Mode;
  readonly changes: Changes;
}

/** Somebody who changes live objects, and how. */
export interface Editor {
  readonly title: string;
  readonly manager: string;
  /** What the engine must take the manager for. */
  readonly is: 'human' | 'controller' | 'autoscaler' | 'unknown';
  /** The scale subresource tells no time, and of owned fields only. */
  readonly scales: boolean;
  send(work: Work): Promise<unknown>;
}

/** Writes the whole object back, as editors and most controllers do. */
const replace =
  (manager: string): Editor['send'] =>
  ({ context, target, live, changes }) =>
    context.expectOk('PUT', target, {
      body: withChanges(live, changes),
      query: { fieldManager: manager },
    });

function nested(changes: Changes): JsonObject {
  const patch: JsonObject = {};
  for (const [path, value] of Object.entries(changes)) {
    let map = patch;
    const steps = pathOf(path);
    steps.forEach((step, at) => {
      if (step.type !== 'key') throw new Error(`no merge patch: ${path}`);
      const below = (map[step.key] ?? {}) as JsonObject;
      map[step.key] = at === steps.length - 1 ? value : below;
      map = below;
    });
  }
  return patch;
}

/** A JSON merge patch: for paths through maps only. */
const mergePatch =
  (manager: string): Editor['send'] =>
  ({ context, target, changes }) =>
    context.expectOk('PATCH', target, {
      body: nested(changes),
      contentType: MERGE,
      query: { fieldManager: manager },
    });

const scale =
  (manager: string): Editor['send'] =>
  ({ context, target, changes }) =>
    context.expectOk('PATCH', `${target}/scale`, {
      body: { spec: { replicas: changes['spec.replicas'] } },
      contentType: MERGE,
      query: { fieldManager: manager },
    });

/** Writes status and spec in two requests, as a controller does. */
const controller =
  (manager: string): Editor['send'] =>
  async work => {
    const { context, target, live } = work;
    const status = {
      ...(valueAt(live, 'status') as object),
      observedGeneration: 1,
    };
    await context.call('PUT', `${target}/status`, {
      body: { ...live, status } as KubeObject,
      query: { fieldManager: manager },
    });
    const fresh = await context.expectOk('GET', target);
    return replace(manager)({ ...work, live: fresh });
  };

const applyByHand: Editor['send'] = ({
  context,
  target,
  live,
  desired,
  changes,
}) =>
  context.expectOk('PUT', target, {
    body: withLastApplied(
      withChanges(live, changes),
      withChanges(desired, changes),
    ),
    query: { fieldManager: 'kubectl-client-side-apply' },
  });

const serverSideApply =
  (manager: string): Editor['send'] =>
  ({ context, target, desired, changes }) =>
    context.expectOk('PATCH', target, {
      body: withChanges(desired, changes),
      contentType: APPLY,
      query: { fieldManager: manager, force: 'true' },
    });

/** The next sync of Argo CD, with another commit. */
const sync: Editor['send'] = work => {
  const { context, target, live, desired, mode, changes } = work;
  if (mode === 'ssa') return serverSideApply(GITOPS)(work);
  return context.expectOk('PUT', target, {
    body: withLastApplied(
      withChanges(live, changes),
      withChanges(desired, changes),
    ),
    query: { fieldManager: GITOPS },
  });
};

type Row = [
  title: string,
  manager: string,
  is: Editor['is'],
  send: (manager: string) => Editor['send'],
];

const editor = (...[title, manager, is, send]: Row): Editor => ({
  title,
  manager,
  is,
  scales: send === scale,
  send: send(manager),
});

export const EDIT = editor('kubectl edit', 'kubectl-edit', 'human', replace);
export const PATCH = editor(
  'kubectl patch',
  'kubectl-patch',
  'human',
  mergePatch,
);
export const SET = editor('kubectl set', 'kubectl-set', 'human', replace);
export const LABEL = editor(
  'kubectl label',
  'kubectl-label',
  'human',
  mergePatch,
);
export const ANNOTATE = editor(
  'kubectl annotate',
  'kubectl-annotate',
  'human',
  mergePatch,
);
export const REPLACE = editor(
  'kubectl replace',
  'kubectl-replace',
  'human',
  replace,
);
export const SCALE = editor('kubectl scale', 'kubectl', 'human', scale);
export const APPLY_BY_HAND = editor(
  'kubectl apply',
  'kubectl-client-side-apply',
  'human',
  () => applyByHand,
);
export const APPLY_SERVER_SIDE = editor(
  'kubectl apply --server-side',
  'kubectl',
  'human',
  serverSideApply,
);
export const K9S = editor('k9s', 'k9s', 'human', replace);
export const LENS = editor('Lens', 'node-fetch', 'human', replace);
export const CONSOLE = editor('a web console', 'Mozilla', 'human', mergePatch);
export const CONTROLLER = editor(
  'a controller',
  'acme-controller',
  'controller',
  controller,
);
export const AUTOSCALER = editor(
  'the HPA',
  'kube-controller-manager',
  'autoscaler',
  scale,
);
export const CROSSPLANE = editor(
  'Crossplane',
  'crossplane',
  'controller',
  replace,
);
export const PROVIDER = editor(
  'a provider',
  'provider-aws',
  'controller',
  replace,
);
export const COMPOSER = editor(
  'Crossplane composing',
  'apiextensions.crossplane.io/composite',
  'controller',
  mergePatch,
);
export const CI = editor('a build job', 'jenkins', 'unknown', replace);
export const SYNC = editor('Argo CD', GITOPS, 'controller', () => sync);
