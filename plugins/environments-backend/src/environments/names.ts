import { NotFoundError } from '@backstage/errors';

/** A list as people write it, or what is said when it is empty. */
function listed(names: readonly string[], none: string): string {
  return names.length === 0 ? none : names.join(', ');
}

/** The error for a service that no repository has. */
export function unknownService(
  service: string,
  known: readonly string[],
): NotFoundError {
  return new NotFoundError(
    `No repository has a service named ${service}. There are: ${listed(
      [...known].sort(),
      'none yet',
    )}.`,
  );
}

/** The error for an environment that a service's repository does not have. */
export function unknownEnvironment(
  service: string,
  environment: string,
  known: readonly string[],
): NotFoundError {
  return new NotFoundError(
    `${service} has no environment named ${environment}. There are: ${listed(
      known,
      'none',
    )}.`,
  );
}
