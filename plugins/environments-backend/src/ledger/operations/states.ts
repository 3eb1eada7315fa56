import { Knex } from 'knex';

/** Writes how a cluster or repository is. */
export async function putState(
  tx: Knex,
  type: 'cluster' | 'repository',
  state: { name: string },
): Promise<void> {
  await tx('environments_states')
    .insert({ type, name: state.name, data: JSON.stringify(state) })
    .onConflict(['type', 'name'])
    .merge();
}

/** The states of one type, by name. `T` is what was written with {@link putState}. */
export async function listStates<T>(
  tx: Knex,
  type: 'cluster' | 'repository',
): Promise<T[]> {
  const rows = await tx('environments_states')
    .where({ type })
    .orderBy('name')
    .select('data');
  return rows.map(row => JSON.parse(row.data) as T);
}
