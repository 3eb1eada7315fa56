import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  Case,
  CaseKind,
  readCases,
  recogniseCases,
  runCase,
} from '@stagecraft/engine/cases';
import { CommandModule } from 'yargs';
import { Io, UsageError, printJson } from '../io';
import { differenceText } from './differenceText';

const KINDS: readonly CaseKind[] = [
  'drift',
  'gates',
  'health',
  'history',
  'layout',
  'promotion',
];

type Args = {
  files: string[];
  kind?: CaseKind;
  json: boolean;
  quiet: boolean;
};

type Failure = {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly differences: readonly string[];
};

type Tally = { passed: number; readonly failures: Failure[] };

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}

async function read(io: Io, file: string) {
  try {
    return readCases(await readFile(resolve(io.cwd, file), 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function showFailure(io: Io, failure: Failure): void {
  io.out(`FAIL ${failure.id} ${failure.title}\n`);
  for (const difference of failure.differences) {
    const lines = differenceText(difference).split('\n').join('\n       ');
    io.out(`     ${lines}\n`);
  }
}

function run(kind: CaseKind, item: Case, head: Case, position: number) {
  return {
    id: text(item.id) || `case ${position + 1}`,
    title: text(item.title),
    differences: runCase(kind, item, head),
  };
}

async function runFile(io: Io, file: string, args: Args, tally: Tally) {
  const { cases, head } = await read(io, file);
  const kind = args.kind ?? recogniseCases(cases);
  if (cases.length === 0) throw new UsageError(`${file} has no cases`);
  if (!kind) {
    throw new UsageError(
      `${file}: it is not clear what kind of cases these are; say --kind`,
    );
  }
  cases.forEach((item, position) => {
    const result = run(kind, item, head, position);
    if (result.differences.length === 0) {
      tally.passed++;
      return;
    }
    const failure = { file, ...result };
    tally.failures.push(failure);
    if (!args.json && !args.quiet) showFailure(io, failure);
  });
}

/** `cases FILE…`: runs case files through the engine. */
export function casesCommand(
  io: Io,
  done: (code: number) => void,
): CommandModule<{}, Args> {
  return {
    command: 'cases <files..>',
    describe: 'Run case files (YAML, JSON, or one case a line)',
    builder: parser =>
      parser
        .positional('files', {
          type: 'string',
          array: true,
          demandOption: true,
          describe: 'Case files',
        })
        .option('kind', {
          choices: KINDS,
          describe: 'What the cases are about; else told by their fields',
        })
        .option('json', { type: 'boolean', default: false })
        .option('quiet', {
          type: 'boolean',
          default: false,
          describe: 'Only the numbers',
        }),
    handler: async args => {
      const tally: Tally = { passed: 0, failures: [] };
      for (const file of args.files) await runFile(io, file, args, tally);
      const failed = tally.failures.length;
      if (args.json) {
        printJson(io, {
          passed: tally.passed,
          failed,
          failures: tally.failures,
        });
      } else io.out(`${tally.passed} passed, ${failed} failed\n`);
      done(failed > 0 ? 1 : 0);
    },
  };
}
