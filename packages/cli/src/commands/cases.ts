import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Jq } from '@stagecraft/engine-node';
import {
  Case,
  CaseAids,
  CaseFile,
  CaseKind,
  questionOfCase,
  readCases,
  recogniseCases,
  runCase,
} from '@stagecraft/engine/cases';
import { CommandModule } from 'yargs';
import { Io, printJson } from '../io';
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
  /** Where the case starts, from 1; unknown for cases inside of a line. */
  readonly line?: number;
  readonly id: string;
  readonly title: string;
  readonly differences: readonly string[];
};

type Tally = { passed: number; readonly failures: Failure[] };

type JqAnswers = NonNullable<CaseAids['jq']>;

const UNKNOWN_KIND =
  'It is not clear from its fields what this case is about; say --kind.';

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}

/** The file's cases; a failure of the whole file if there are none. */
async function read(io: Io, file: string): Promise<CaseFile | Failure> {
  const failure = (difference: string) => ({
    file,
    id: '',
    title: 'the whole file',
    differences: [difference],
  });
  try {
    const found = readCases(await readFile(resolve(io.cwd, file), 'utf8'));
    return found.entries.length > 0 ? found : failure('It has no cases.');
  } catch (error) {
    return failure(`It cannot be read: ${(error as Error).message}`);
  }
}

function showFailure(io: Io, failure: Failure): void {
  const { file, line, id, title, differences } = failure;
  const place = line === undefined ? file : `${file}:${line}`;
  io.out(`FAIL ${[place, id, title].filter(Boolean).join(' ')}\n`);
  for (const difference of differences) {
    const lines = differenceText(difference).split('\n').join('\n       ');
    io.out(`     ${lines}\n`);
  }
}

type Kinds = (item: Case) => CaseKind | undefined;

/** What jq says of the cases that need it. */
async function answers(cases: readonly Case[], kindOf: Kinds) {
  const asked = cases.flatMap(item => {
    const kind = kindOf(item);
    const question = kind && questionOfCase(kind, item);
    return question ? [{ item, question }] : [];
  });
  if (asked.length === 0) return new Map<Case, JqAnswers>();
  const jq = new Jq();
  const found = await jq.answer(asked.map(({ question }) => question));
  await jq.close();
  return new Map(asked.map(({ item }, at) => [item, found[at]]));
}

/** The differences of each of the file's cases. */
async function* runFile({ entries, cases, head }: CaseFile, kind?: CaseKind) {
  const usual = kind ?? recogniseCases(cases);
  const kindOf: Kinds = item => kind ?? recogniseCases([item]) ?? usual;
  const jq = await answers(cases, kindOf);
  for (const [position, entry] of entries.entries()) {
    const { line } = entry;
    const id = `case ${position + 1}`;
    if (entry.state === 'unreadable') {
      const differences = [`The case cannot be read: ${entry.reason}`];
      yield { line, id, title: '', differences };
      continue;
    }
    const item = entry.case;
    const own = kindOf(item);
    const aids = { jq: jq.get(item) };
    yield {
      line,
      id: text(item.id) || id,
      title: text(item.title),
      differences: own ? runCase(own, item, head, aids) : [UNKNOWN_KIND],
    };
  }
}

async function tallyFile(io: Io, file: string, args: Args, tally: Tally) {
  const fail = (failure: Failure) => {
    tally.failures.push(failure);
    if (!args.json && !args.quiet) showFailure(io, failure);
  };
  const found = await read(io, file);
  if (!('entries' in found)) {
    fail(found);
    return;
  }
  for await (const result of runFile(found, args.kind)) {
    if (result.differences.length === 0) tally.passed++;
    else fail({ file, ...result });
  }
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
      for (const file of args.files) await tallyFile(io, file, args, tally);
      const { passed, failures } = tally;
      const failed = failures.length;
      if (args.json) printJson(io, { passed, failed, failures });
      // Beside JSON for programs, the last line is for the person who watches.
      const show = args.json ? io.err : io.out;
      show(`${passed} passed, ${failed} failed\n`);
      done(failed > 0 ? 1 : 0);
    },
  };
}
