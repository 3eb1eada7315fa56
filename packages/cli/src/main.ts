import yargs from 'yargs';
import { casesCommand } from './commands/cases';
import { diffCommand } from './commands/diff';
import { driftCommand } from './commands/drift';
import { effectiveCommand } from './commands/effective';
import { planCommand } from './commands/plan';
import { Io, UsageError } from './io';

/** Exit codes as of diff(1): 0 fine, 1 there is something, 2 it did not work. */
const TROUBLE = 2;

/**
 * Runs the command line.
 *
 * @param argv - arguments without the program's name
 * @returns the exit code: 0 fine; 1 failed cases, or with --exit-code a
 *   difference; 2 wrong usage or something unreadable
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const done = (result: number) => {
    code = result;
  };
  const parser = yargs([...argv])
    .scriptName('stagecraft')
    .usage('$0 <command>: the engine on a working tree or a bare repository')
    .command(casesCommand(io, done))
    .command(effectiveCommand(io, done))
    .command(diffCommand(io, done))
    .command(driftCommand(io, done))
    .command(planCommand(io, done))
    .demandCommand(1, 'Which command?')
    .strict()
    .help()
    .version(false)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  try {
    await parser.parseAsync([...argv], {}, (_error, _argv, output) => {
      if (output) io.out(`${output}\n`);
    });
  } catch (error) {
    const known = error instanceof UsageError;
    const text = error instanceof Error ? error.message : String(error);
    io.err(`stagecraft: ${text}\n`);
    if (!known && error instanceof Error && process.env.DEBUG) {
      io.err(`${error.stack}\n`);
    }
    return TROUBLE;
  }
  return code;
}
