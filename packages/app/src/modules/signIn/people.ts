import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody whom the sandbox lets you be. */
export interface Person {
  user: string;
  name: string;
  role: string;
}

/** People of the sandbox, from `sandbox.people`; none where it is off. */
export function readPeople(config: ConfigApi): Person[] {
  return (config.getOptionalConfigArray('sandbox.people') ?? []).map(
    person => ({
      user: person.getString('user'),
      name: person.getString('name'),
      role: person.getString('role'),
    }),
  );
}
