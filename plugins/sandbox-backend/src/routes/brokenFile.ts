import { InputError } from '@backstage/errors';
import { World } from '../world';

const FILE = 'environments/staging/infrastructure/redis-cache.yaml';
const LEA = { name: 'Lea Brandt', email: 'lea.brandt@acme.example' };
/** A key indented less than its siblings and a quote that is never closed. */
const DAMAGE = '   version: "7.2\n  broken: [by, hand\n';

export interface PushedFile {
  readonly file: string;
  readonly commit?: string;
}

async function push(
  world: World,
  text: string,
  message: string,
): Promise<PushedFile> {
  const commit = await world.repository.commit({
    message,
    author: LEA,
    time: new Date(),
    files: new Map([[FILE, text]]),
  });
  return { file: FILE, commit };
}

async function current(world: World): Promise<string> {
  const text = await world.repository.readFile(FILE);
  if (text === undefined) throw new InputError(`${FILE} is not there`);
  return text;
}

/** Pushes a commit after which staging's cache cannot be read. */
export async function breakFile(world: World): Promise<PushedFile> {
  const text = await current(world);
  if (text.endsWith(DAMAGE)) return { file: FILE };
  return push(world, `${text}${DAMAGE}`, 'chore: try Redis 7.2 in staging\n');
}

/** Pushes a commit that takes the damage back. */
export async function repairFile(world: World): Promise<PushedFile> {
  const text = await current(world);
  if (!text.endsWith(DAMAGE)) return { file: FILE };
  return push(
    world,
    text.slice(0, -DAMAGE.length),
    'fix: make redis-cache.yaml readable again\n',
  );
}
