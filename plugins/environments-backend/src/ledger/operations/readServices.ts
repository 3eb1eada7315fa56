import { Knex } from 'knex';
import { ReadService } from '../types';

/** Services with their environments in promotion order; of two repositories with one service the first by name comes first. */
export async function readServices(
  tx: Knex,
  service?: string,
): Promise<ReadService[]> {
  const only = service === undefined ? {} : { service };
  const [services, cards] = await Promise.all([
    tx('environments_services').where(only).orderBy(['repository', 'service']),
    tx('environments_cards')
      .where(only)
      .orderBy('position')
      .select('repository', 'service', 'data'),
  ]);
  const key = (row: { repository: string; service: string }) =>
    JSON.stringify([row.repository, row.service]);
  const environments = new Map<string, ReadService['environments']>();
  for (const card of cards) {
    const list = environments.get(key(card)) ?? [];
    environments.set(key(card), list);
    list.push(JSON.parse(card.data));
  }
  return services.map(row => ({
    repository: row.repository,
    service: row.service,
    version: row.version,
    environments: environments.get(key(row)) ?? [],
    ...JSON.parse(row.data),
  }));
}
