/** Where a command writes, and what relative paths start from. */
export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
};

/** Something that a person has to put right; shown without a stack. */
export class UsageError extends Error {}

/** Prints a value for programs. */
export function printJson(io: Io, value: unknown): void {
  const text = JSON.stringify(
    value,
    (_, item) => (typeof item === 'bigint' ? Number(item) : item),
    2,
  );
  io.out(`${text}\n`);
}
