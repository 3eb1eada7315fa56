import {
  PlanField,
  PlannedFile,
  PromotionPlan,
  planPromotion,
} from '@stagecraft/engine';
import { createTwoFilesPatch } from 'diff';
import { CommandModule } from 'yargs';
import { Io, printJson } from '../io';
import { valueText } from '../text';
import { planInput } from './planInput';
import {
  RepositoryArgs,
  readLayout,
  repositoryOptions,
  resourcesOf,
  showProblems,
} from './repositoryOptions';

type Args = RepositoryArgs & {
  from: string;
  to: string;
  retain: string[];
  exitCode: boolean;
};

const MARKS = { take: '+', keep: '=', conflict: '!' };

function fieldText(field: PlanField): string {
  const path = field.text || 'the whole resource';
  const values = `${valueText(field.target)} -> ${valueText(field.source)}`;
  return `${MARKS[field.action]} ${field.resource} ${path}: ${field.action} (${
    field.why
  }) ${values}`;
}

function patchOf(file: PlannedFile): string {
  const { path, before, after } = file;
  if (before === after) return '';
  return createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
    before ?? '',
    after ?? '',
  ).replace(/^=+\n/, '');
}

function show(io: Io, plan: PromotionPlan): void {
  io.out(`${plan.from} -> ${plan.to}: ${plan.state}\n`);
  for (const field of [...plan.takes, ...plan.keeps, ...plan.conflicts]) {
    io.out(`  ${fieldText(field)}\n`);
  }
  for (const resource of plan.resources) {
    if (resource.change === 'refused') {
      io.out(`  ${resource.resource} refused: ${resource.reason}\n`);
    }
  }
  for (const file of plan.files) {
    if (file.status === 'refused') {
      io.out(`  ${file.path} refused: ${file.reason}\n`);
    }
    io.out(patchOf(file));
  }
}

/** `plan DIR FROM TO`: what a promotion would change, and what it would keep. */
export function planCommand(
  io: Io,
  done: (code: number) => void,
): CommandModule<{}, Args> {
  return {
    command: 'plan <dir> <from> <to>',
    describe: 'What a promotion would take, keep and ask',
    builder: parser =>
      repositoryOptions(parser)
        .positional('from', { type: 'string', demandOption: true })
        .positional('to', { type: 'string', demandOption: true })
        .option('retain', {
          type: 'string',
          array: true,
          default: [],
          describe: "Path globs of an environment's own values",
        })
        .option('exitCode', {
          type: 'boolean',
          default: false,
          describe: 'Exit with 1 when there is something to promote',
        }),
    handler: async args => {
      const read = await readLayout(io, args);
      const input = await planInput(read, {
        from: args.from,
        to: args.to,
        source: resourcesOf(read.layout, args.from, args.service),
        target: resourcesOf(read.layout, args.to, args.service),
        retain: args.retain,
      });
      const plan = planPromotion(input);
      if (args.json) {
        printJson(io, { ...plan, problems: read.layout.problems });
      } else {
        show(io, plan);
        showProblems(io, read.layout, [args.from, args.to]);
      }
      done(args.exitCode && plan.state !== 'nothing' ? 1 : 0);
    },
  };
}
