import {
  DriftInput,
  DriftItem,
  EffectiveResource,
  JsonObject,
  Layout,
  ResourceDrift,
  Xrd,
  detectDrift,
  findDefinition,
  getKey,
  readIgnoreRules,
} from '@stagecraft/engine';
import { Jq } from '@stagecraft/engine-node';
import { randomBytes } from 'node:crypto';
import { CommandModule } from 'yargs';
import { Io, UsageError, printJson } from '../io';
import { resourceText, valueText } from '../text';
import { definitionsOf } from './definitions';
import { LiveObjects, readLiveObjects } from './liveObjects';
import {
  RepositoryArgs,
  readLayout,
  repositoryOptions,
  resourcesOf,
  showProblems,
} from './repositoryOptions';

type Args = RepositoryArgs & { env: string; live: string[]; exitCode: boolean };

type Row = { readonly resource: string; readonly drift: ResourceDrift };

const SALT = randomBytes(16).toString('hex');
const TRACKING = 'argocd.argoproj.io/tracking-id';

/** What a comparison of one resource with its live object takes. */
function inputOf(
  resource: EffectiveResource,
  live: LiveObjects,
  found: Layout,
  xrds: readonly Xrd[],
): DriftInput {
  const desired = resource.manifest.object;
  const definition = findDefinition(xrds, desired);
  const application = found.applications.find(
    item => item.name === resource.application,
  );
  return {
    desired,
    live: live.find(resource),
    schema: definition.state === 'found' ? definition.schema : undefined,
    ignore: readIgnoreRules(application?.spec),
    salt: SALT,
  };
}

/** Live objects that an application of the environment tracks and Git has not. */
function orphans(live: LiveObjects, found: Layout, environment: string): Row[] {
  const names = new Set(
    found.applications
      .filter(item => item.environment === environment)
      .map(item => item.name),
  );
  return live.rest().flatMap(object => {
    const metadata = getKey(object, 'metadata');
    const tracking = getKey(getKey(metadata, 'annotations'), TRACKING);
    const application = String(tracking ?? '').split(':')[0];
    if (!names.has(application)) return [];
    return orphan(object);
  });
}

function orphan(object: JsonObject): Row[] {
  const drift = detectDrift({
    live: { state: 'read', object },
    trackedHere: true,
    salt: SALT,
  });
  if (drift.verdict !== 'orphan') return [];
  const name = getKey(getKey(object, 'metadata'), 'name');
  return [{ resource: `${object.kind}/${name}`, drift }];
}

function itemText(item: DriftItem): string {
  if (item.kind === 'resource') return `the whole resource (${item.cause})`;
  const who = [
    item.manager && `by ${item.manager}`,
    item.time && `at or before ${item.time}`,
  ].filter(Boolean);
  return `${item.kind} ${item.text}: Git ${valueText(
    item.desired,
  )}, live ${valueText(item.live)} (${[item.cause, ...who].join(', ')})`;
}

function show(io: Io, { resource, drift }: Row): void {
  const reason = drift.reason ? `: ${drift.reason}` : '';
  io.out(`${resource} ${drift.verdict}${reason}\n`);
  drift.items.forEach(item => io.out(`  ${itemText(item)}\n`));
  for (const { rule, reason: why } of drift.unsupportedRules) {
    io.err(`warning: ignore rule without effect: ${rule}: ${why}\n`);
  }
}

/** `drift DIR --env E --live FILE`: where a cluster has left Git. */
export function driftCommand(
  io: Io,
  done: (code: number) => void,
): CommandModule<{}, Args> {
  return {
    command: 'drift <dir>',
    describe: 'Compare an environment with what runs in its cluster',
    builder: parser =>
      repositoryOptions(parser)
        .option('env', {
          type: 'string',
          demandOption: true,
          describe: 'The environment',
        })
        .option('live', {
          type: 'string',
          array: true,
          demandOption: true,
          describe: 'What `kubectl get -o json --show-managed-fields` printed',
        })
        .option('exitCode', {
          type: 'boolean',
          default: false,
          describe: 'Exit with 1 when something has drifted or is missing',
        }),
    handler: async args => {
      if (args.live.length === 0) throw new UsageError('--live needs a file');
      const read = await readLayout(io, args);
      const live = await readLiveObjects(io, args.live);
      const xrds = definitionsOf(read);
      const resources = resourcesOf(read.layout, args.env, args.service).filter(
        item => !item.hook,
      );
      const jq = new Jq();
      const inputs = await jq.prepare(
        resources.map(item => inputOf(item, live, read.layout, xrds)),
      );
      await jq.close();
      const rows = [
        ...inputs.map((input, at) => ({
          resource: resourceText(resources[at]),
          drift: detectDrift(input),
        })),
        ...orphans(live, read.layout, args.env),
      ];
      if (args.json) {
        printJson(io, {
          environment: args.env,
          resources: rows.map(({ resource, drift }) => ({
            resource,
            ...drift,
          })),
          problems: read.layout.problems,
        });
      } else {
        rows.forEach(row => show(io, row));
        showProblems(io, read.layout, [args.env]);
      }
      const bad = rows.some(({ drift }) =>
        ['drifted', 'missing', 'orphan'].includes(drift.verdict),
      );
      done(args.exitCode && bad ? 1 : 0);
    },
  };
}
