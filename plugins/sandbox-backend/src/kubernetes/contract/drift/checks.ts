import assert from 'node:assert/strict';
import {
  detectDrift,
  JsonObject as EngineObject,
  ResourceDrift,
} from '@stagecraft/engine';
import { groupOf, KubeObject, textAt } from '../../objects';
import { BUILTINS } from '../../types/builtins';
import { CheckContext, ContractCheck } from '../types';
import { applyFirst, Mode } from './applying';
import { Changes, withChanges } from './changes';
import { LABEL, CONTROLLER, SYNC } from './editors';
import { COMMITS } from './commits';
import { EDITS } from './edits';
import { afterCommit, afterEdits, Expected, Step } from './expectations';
import { DEFINITIONS, MANIFESTS, schemaFor } from './manifests';

const MODES: readonly Mode[] = ['csa', 'ssa'];
// The name of these says what they define.
const NAMED_BY_CONTENT = new Set(['CustomResourceDefinition', 'APIService']);

function kindOf({ apiVersion, kind }: KubeObject) {
  const group = groupOf(apiVersion);
  const builtIn = BUILTINS.find(
    one => one.kind === kind && one.group === group,
  );
  if (builtIn) return builtIn;
  const definition = DEFINITIONS.find(
    one => textAt(one, 'spec', 'names', 'kind') === kind,
  );
  return {
    plural: textAt(definition, 'spec', 'names', 'plural') ?? '',
    namespaced: textAt(definition, 'spec', 'scope') === 'Namespaced',
  };
}

class Trial {
  readonly desired: KubeObject;
  readonly #context: CheckContext;
  readonly #mode: Mode;
  readonly #collection: string;
  readonly #namespaced: boolean;

  constructor(context: CheckContext, name: string, mode: Mode) {
    const manifest = MANIFESTS.get(name);
    if (!manifest) throw new Error(`no object ${name}`);
    const { plural, namespaced } = kindOf(manifest);
    const { apiVersion, metadata } = manifest;
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : '/api/v1';
    this.#context = context;
    this.#mode = mode;
    this.#namespaced = namespaced;
    this.#collection = namespaced
      ? context.path(root, plural)
      : `${root}/${plural}`;
    const unique = namespaced || NAMED_BY_CONTENT.has(manifest.kind);
    this.desired = {
      ...manifest,
      metadata: {
        ...metadata,
        name: unique ? metadata.name : `${metadata.name}-${context.namespace}`,
        ...(namespaced ? { namespace: context.namespace } : {}),
      },
    } as KubeObject;
  }

  get target(): string {
    return `${this.#collection}/${this.desired.metadata.name}`;
  }

  live(): Promise<KubeObject> {
    return this.#context.expectOk('GET', this.target);
  }

  async apply(): Promise<void> {
    // Pods need it, and no controller makes it here.
    if (this.desired.kind === 'Pod') {
      const accounts = this.#context.path('/api/v1', 'serviceaccounts');
      const body = { metadata: { name: 'default' } };
      await this.#context.call('POST', accounts, { body });
    }
    await applyFirst(this.#context, this.#collection, this.desired, this.#mode);
  }

  /** Tries again where the server itself wrote in between, as every client does. */
  async run([editor, changes]: Step): Promise<void> {
    for (let left = 10; ; left--) {
      try {
        await editor.send({
          context: this.#context,
          target: this.target,
          live: await this.live(),
          desired: this.desired,
          mode: this.#mode,
          changes,
        });
        return;
      } catch (error) {
        if (left === 0 || !String(error).includes(': 409 ')) throw error;
      }
    }
  }

  /** What others would stumble over is taken away. */
  async clear(): Promise<void> {
    if (this.#namespaced) return;
    await this.#context.call('DELETE', this.target);
    for (let tries = 0; tries < 100; tries++) {
      const { status, body } = await this.#context.call('GET', this.target);
      if (status === 404 || body.kind === 'Namespace') return;
      const patch = { metadata: { finalizers: null } };
      if (body.kind !== 'CustomResourceDefinition') {
        await this.#context.call('PATCH', this.target, {
          contentType: 'application/merge-patch+json',
          body: patch,
        });
      }
      await new Promise(done => setTimeout(done, 50));
    }
  }
}

function drift(desired: KubeObject, live: KubeObject): ResourceDrift {
  return detectDrift({
    desired: desired as EngineObject,
    live: { state: 'read', object: live as EngineObject },
    schema: schemaFor(desired),
  });
}

function verdictOf(expected: readonly Expected[], suspect: boolean) {
  if (expected.some(({ cause }) => cause !== 'pending')) return 'drifted';
  if (expected.length > 0) return 'pending';
  return suspect ? 'suspect' : 'inSync';
}

function shown(items: readonly Expected[]): Expected[] {
  return [...items].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Verdict, and of every item path, kind, cause, author and time. */
function check(
  found: ResourceDrift,
  expected: readonly Expected[],
  since: Date,
): void {
  const items = found.items.map(({ text, kind, cause, manager, time }) => ({
    path: text,
    kind,
    cause,
    ...(manager === undefined ? {} : { manager }),
    ...(manager === undefined || time !== undefined ? {} : { timeless: true }),
  }));
  assert.deepEqual(shown(items as Expected[]), shown(expected));
  const suspect = found.suspects.length > 0;
  assert.equal(found.verdict, verdictOf(expected, suspect));
  for (const { time } of found.items) {
    if (time === undefined) continue;
    const at = Date.parse(time);
    assert.ok(at >= Math.floor(since.getTime() / 1000) * 1000, time);
    assert.ok(at <= Date.now(), time);
  }
}

async function withTrial(
  context: CheckContext,
  name: string,
  mode: Mode,
  run: (trial: Trial, since: Date) => Promise<void>,
): Promise<void> {
  const trial = new Trial(context, name, mode);
  const since = new Date();
  await trial.apply();
  try {
    await run(trial, since);
  } finally {
    await trial.clear();
  }
}

/** Freshly applied there is no drift; a label added by hand is all of it then. */
async function checkFresh(context: CheckContext, name: string, mode: Mode) {
  await withTrial(context, name, mode, async (trial, since) => {
    const { desired } = trial;
    check(drift(desired, await trial.live()), [], since);
    const steps: Step[] = [
      [CONTROLLER, { 'metadata.annotations["acme.io/seen"]': 'yes' }],
      [LABEL, { 'metadata.labels["acme.io/debug"]': 'on' }],
    ];
    for (const step of steps) await trial.run(step);
    const expected = afterEdits(desired, mode, steps);
    check(drift(desired, await trial.live()), expected, since);
  });
}

async function checkEdit(
  context: CheckContext,
  [name, ...steps]: (typeof EDITS)[number],
  mode: Mode,
) {
  await withTrial(context, name, mode, async (trial, since) => {
    const { desired } = trial;
    for (const step of steps) await trial.run(step);
    const expected = afterEdits(desired, mode, steps);
    check(drift(desired, await trial.live()), expected, since);
  });
}

async function checkCommit(
  context: CheckContext,
  [name, applied, pending]: (typeof COMMITS)[number],
  mode: Mode,
) {
  await withTrial(context, name, mode, async (trial, since) => {
    const synced = withChanges(trial.desired, applied);
    if (Object.keys(applied).length > 0) await trial.run([SYNC, applied]);
    const expected = afterCommit(synced, mode, pending);
    const desired = withChanges(synced, pending);
    check(drift(desired, await trial.live()), expected, since);
  });
}

function inBothModes(
  name: string,
  run: (context: CheckContext, mode: Mode) => Promise<void>,
): ContractCheck[] {
  return MODES.map(mode => ({
    name: `${name} (${mode})`,
    run: context => run(context, mode),
  }));
}

function named(changes: Changes): string {
  return Object.entries(changes)
    .map(([path, value]) => (value === null ? `without ${path}` : path))
    .join(', ');
}

/** The engine's verdicts on what an API server makes of objects and edits. */
export const DRIFT: readonly ContractCheck[] = [
  ...[...MANIFESTS.keys()].flatMap(name =>
    inBothModes(`${name}, freshly applied`, (context, mode) =>
      checkFresh(context, name, mode),
    ),
  ),
  ...EDITS.flatMap(row => {
    const [name, ...steps] = row;
    const who = steps.map(
      ([{ title }, changes]) => `${title}: ${named(changes)}`,
    );
    return inBothModes(`${name}, ${who.join(', then ')}`, (context, mode) =>
      checkEdit(context, row, mode),
    );
  }),
  ...COMMITS.flatMap(row => {
    const [name, applied, pending] = row;
    const before = named(applied) && ` after ${named(applied)}`;
    return inBothModes(
      `${name}, not synced yet${before}: ${named(pending)}`,
      (context, mode) => checkCommit(context, row, mode),
    );
  }),
];
