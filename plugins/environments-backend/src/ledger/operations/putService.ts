import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { StoredService } from '../types';

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes what is different of a service; false when nothing is. */
export async function putService(
  tx: Knex,
  { repository, service, environments, steps }: StoredService,
): Promise<boolean> {
  const cards = environments.map((environment, position) => {
    const data = JSON.stringify(environment);
    const version = hash(`${position} ${data}`);
    return { environment: environment.name, position, data, version };
  });
  const data = JSON.stringify({ steps });
  const version = hash([data, ...cards.map(card => card.version)].join('\n'));

  const at = { repository, service };
  const before = await tx('environments_services').where(at).first('version');
  if (before?.version === version) return false;

  await tx('environments_services')
    .insert({ ...at, data, version })
    .onConflict(['repository', 'service'])
    .merge();
  await tx('environments_cards')
    .where(at)
    .whereNotIn(
      'environment',
      cards.map(card => card.environment),
    )
    .delete();
  const stored = await tx('environments_cards')
    .where(at)
    .select('environment', 'version');
  const versions = new Map(stored.map(row => [row.environment, row.version]));
  for (const card of cards) {
    if (versions.get(card.environment) !== card.version) {
      await tx('environments_cards')
        .insert({ ...at, ...card })
        .onConflict(['repository', 'service', 'environment'])
        .merge();
    }
  }
  return true;
}

/** Forgets services of a repository that are not named; returns those forgotten. */
export async function keepServices(
  tx: Knex,
  repository: string,
  services: string[],
): Promise<string[]> {
  const kept = new Set(services);
  const rows = await tx('environments_services')
    .where({ repository })
    .select('service');
  const gone = rows.map(row => row.service).filter(name => !kept.has(name));
  for (const service of gone) {
    await tx('environments_cards').where({ repository, service }).delete();
    await tx('environments_services').where({ repository, service }).delete();
    await tx('environments_drift').where({ service }).delete();
  }
  return gone;
}
