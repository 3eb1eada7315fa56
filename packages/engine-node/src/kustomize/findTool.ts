import { tmpdir } from 'node:os';
import { runTool } from './runTool';

/** A program that builds kustomizations, and how it is told to. */
export interface KustomizeTool {
  readonly command: string;
  readonly args: readonly string[];
  /** What it says of its version; part of what a result depends on. */
  readonly version: string;
}

const CANDIDATES = [
  { command: 'kustomize', args: ['build'], asks: ['version'] },
  {
    command: 'kubectl',
    args: ['kustomize'],
    asks: ['version', '--client', '--output=json'],
  },
];

/**
 * The first of `kustomize` and `kubectl` that runs here.
 *
 * @param commands - names or paths to use instead, by the name of the program
 */
export async function findTool(
  commands: Partial<Record<string, string>> = {},
): Promise<KustomizeTool | undefined> {
  for (const candidate of CANDIDATES) {
    const command = commands[candidate.command] ?? candidate.command;
    const ended = await runTool({
      command,
      args: candidate.asks,
      home: tmpdir(),
      timeoutMs: 10_000,
    });
    if (ended.state !== 'done') continue;
    return { command, args: candidate.args, version: ended.output.trim() };
  }
  return undefined;
}
