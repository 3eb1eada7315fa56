import { Knex } from 'knex';
import { DriftField } from '@stagecraft/plugin-environments-common';
import { StoredDrift } from '../types';

/** Drifted fields with the time each was first seen, oldest first. */
export async function readDrift(
  tx: Knex,
  only: { service?: string; environment?: string },
): Promise<StoredDrift[]> {
  const rows = await tx('environments_drift')
    .where(only)
    .orderBy(['first_seen', 'service', 'environment', 'resource', 'path']);
  return rows.map(row => ({
    ...JSON.parse(row.data),
    service: row.service,
    environment: row.environment,
    firstSeen: row.first_seen,
  }));
}

/** Replaces the drifted fields of one environment; a field that was there keeps its first sight. */
export async function putDrift(
  tx: Knex,
  at: { service: string; environment: string; now: string },
  fields: DriftField[],
): Promise<StoredDrift[]> {
  const only = { service: at.service, environment: at.environment };
  const key = (row: { resource: string; path: string }) =>
    JSON.stringify([row.resource, row.path]);
  const before = await tx('environments_drift').where(only);
  const known = new Map(before.map(row => [key(row), row]));
  const now = new Set<string>();
  for (const field of fields) {
    // Two differences at one path, e.g. an atomic list and a key below it
    // that reads the same, are one line of the ledger.
    if (now.has(key(field))) continue;
    now.add(key(field));
    const row = {
      ...only,
      resource: field.resource,
      path: field.path,
      first_seen: known.get(key(field))?.first_seen ?? at.now,
      data: JSON.stringify(field),
    };
    if (known.get(key(field))?.data !== row.data) {
      await tx('environments_drift')
        .insert(row)
        .onConflict(['service', 'environment', 'resource', 'path'])
        .merge();
    }
  }
  for (const row of before) {
    if (!now.has(key(row))) {
      await tx('environments_drift')
        .where({ ...only, resource: row.resource, path: row.path })
        .delete();
    }
  }
  return readDrift(tx, only);
}
