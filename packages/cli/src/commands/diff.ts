import {
  Change,
  EffectiveResource,
  Xrd,
  diffResources,
  findDefinition,
  formatPath,
} from '@stagecraft/engine';
import { CommandModule } from 'yargs';
import { Io, printJson } from '../io';
import { pairKey, resourceText, valueText } from '../text';
import { definitionsOf } from './definitions';
import {
  RepositoryArgs,
  readLayout,
  repositoryOptions,
  resourcesOf,
  showProblems,
  withoutSecrets,
} from './repositoryOptions';

type Args = RepositoryArgs & { from: string; to: string; exitCode: boolean };

type Difference = {
  readonly resource: string;
  /** Where the resource is, if only one side has it. */
  readonly only?: string;
  readonly changes: readonly Change[];
};

function schemaOf(xrds: readonly Xrd[], resource: EffectiveResource) {
  const found = findDefinition(xrds, resource.manifest.object);
  return found.state === 'found' ? found.schema : undefined;
}

function compare(
  left: readonly EffectiveResource[],
  right: readonly EffectiveResource[],
  args: Args,
  xrds: readonly Xrd[],
): Difference[] {
  const others = new Map(right.map(item => [pairKey(item), item]));
  const differences = left.flatMap((item): Difference[] => {
    const other = others.get(pairKey(item));
    others.delete(pairKey(item));
    const resource = resourceText(item);
    if (!other) return [{ resource, only: args.from, changes: [] }];
    const changes = diffResources(
      withoutSecrets(item).manifest,
      withoutSecrets(other).manifest,
      { schema: schemaOf(xrds, item) },
    );
    return changes.length > 0 ? [{ resource, changes }] : [];
  });
  const rest = [...others.values()].map(item => ({
    resource: resourceText(item),
    only: args.to,
    changes: [],
  }));
  return [...differences, ...rest];
}

function changeText(change: Change): string {
  const path = formatPath(change.path);
  switch (change.type) {
    case 'changed':
      return `~ ${path}: ${valueText(change.left)} -> ${valueText(
        change.right,
      )}`;
    case 'onlyLeft':
      return `- ${path}: ${valueText(change.left)}`;
    default:
      return `+ ${path}: ${valueText(change.right)}`;
  }
}

/** `diff DIR FROM TO`: two environments, field by field. */
export function diffCommand(
  io: Io,
  done: (code: number) => void,
): CommandModule<{}, Args> {
  return {
    command: 'diff <dir> <from> <to>',
    describe: 'Compare two environments, field by field',
    builder: parser =>
      repositoryOptions(parser)
        .positional('from', { type: 'string', demandOption: true })
        .positional('to', { type: 'string', demandOption: true })
        .option('exitCode', {
          type: 'boolean',
          default: false,
          describe: 'Exit with 1 when they differ',
        }),
    handler: async args => {
      const read = await readLayout(io, args);
      const [left, right] = [args.from, args.to].map(name =>
        resourcesOf(read.layout, name, args.service),
      );
      const found = compare(left, right, args, definitionsOf(read));
      if (args.json) {
        printJson(io, {
          from: args.from,
          to: args.to,
          resources: found.map(({ changes, ...rest }) => ({
            ...rest,
            changes: changes.map(change => ({
              ...change,
              path: formatPath(change.path),
            })),
          })),
          problems: read.layout.problems,
        });
      } else {
        for (const { resource, only, changes } of found) {
          io.out(only ? `${resource} only in ${only}\n` : `${resource}\n`);
          changes.forEach(change => io.out(`  ${changeText(change)}\n`));
        }
        if (found.length === 0) io.out('no differences\n');
        showProblems(io, read.layout, [args.from, args.to]);
      }
      done(args.exitCode && found.length > 0 ? 1 : 0);
    },
  };
}
