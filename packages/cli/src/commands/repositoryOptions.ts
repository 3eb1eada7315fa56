import {
  EffectiveResource,
  Layout,
  redact,
  serviceResources,
} from '@stagecraft/engine';
import { createHmac, randomBytes } from 'node:crypto';
import { Argv } from 'yargs';
import { Io, UsageError } from '../io';
import { Repository, readRepository } from '../repository/readRepository';
import { renderedLayout } from '../repository/render';

/** Options of every command that reads a repository. */
export type RepositoryArgs = {
  dir: string;
  ref?: string;
  service?: string;
  order?: string[];
  branch: string;
  json: boolean;
};

/** Declares them. */
export function repositoryOptions<T>(parser: Argv<T>) {
  return parser
    .positional('dir', {
      type: 'string',
      demandOption: true,
      describe: 'Working tree or bare repository',
    })
    .option('ref', {
      type: 'string',
      describe: 'Commit to read instead of the files as they lie there',
    })
    .option('service', { type: 'string', describe: 'Only this service' })
    .option('order', {
      type: 'string',
      array: true,
      describe: 'Environments that come first, in promotion order',
    })
    .option('branch', {
      type: 'string',
      default: 'main',
      describe: 'The branch that Argo CD follows',
    })
    .option('json', {
      type: 'boolean',
      default: false,
      describe: 'Print JSON for programs',
    });
}

export type ReadLayout = {
  readonly repository: Repository;
  readonly layout: Layout;
};

/** Reads a repository and works out what it delivers where. */
export async function readLayout(
  io: Io,
  args: RepositoryArgs,
): Promise<ReadLayout> {
  const repository = await readRepository(io, args.dir, args.ref);
  const found = await renderedLayout(repository, {
    branch: args.branch,
    environmentOrder: args.order,
  });
  return { repository, layout: found };
}

/** The resources of an environment, of one service if one is named. */
export function resourcesOf(
  found: Layout,
  environment: string,
  service: string | undefined,
): readonly EffectiveResource[] {
  const known = found.environments.map(item => item.name);
  if (!known.includes(environment)) {
    throw new UsageError(
      `there is no environment ${environment}; there are ${
        known.join(', ') || 'none'
      }`,
    );
  }
  if (service === undefined) {
    return found.resources.filter(item => item.environment === environment);
  }
  if (!found.services.includes(service)) {
    throw new UsageError(`there is no service ${service}`);
  }
  return serviceResources(found, environment, service).filter(
    item => item.environment === environment,
  );
}

const salt = randomBytes(16);

/** A hash that tells secrets apart within one run and says nothing outside of it. */
export function hash(value: string): string {
  return createHmac('sha256', salt).update(value).digest('hex').slice(0, 12);
}

/** The resource with its secrets hidden, for everything that is printed. */
export function withoutSecrets(resource: EffectiveResource): EffectiveResource {
  const { manifest } = resource;
  return {
    ...resource,
    manifest: { ...manifest, object: redact(manifest.object, { hash }) },
  };
}

/**
 * Prints what is wrong with the repository, apart from the answer.
 *
 * @param asked - environments the answer is about; problems of others are left out
 */
export function showProblems(
  io: Io,
  found: Layout,
  asked?: readonly string[],
): void {
  for (const problem of found.problems) {
    const { severity, code, message, environment, application } = problem;
    if (asked && environment && !asked.includes(environment)) continue;
    const line = problem.line === undefined ? '' : `:${problem.line}`;
    const isTold = problem.path === undefined || message.includes(problem.path);
    const where = [
      application ?? environment,
      isTold ? undefined : `${problem.path}${line}`,
    ].filter(Boolean);
    const place = where.length > 0 ? ` (${where.join(', ')})` : '';
    io.err(`${severity}: ${code}: ${message}${place}\n`);
    if (problem.fix) io.err(`  ${problem.fix}\n`);
  }
}
