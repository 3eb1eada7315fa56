import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Directory of the migrations of all rooms. */
export const migrationsDirectory = resolvePackagePath(
  '@stagecraft/plugin-environments-backend',
  'migrations',
);

/** Opens the plugin's database, brought up to date unless migrations are switched off. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const client = await database.getClient();
  if (!database.migrations?.skip) {
    await client.migrate.latest({ directory: migrationsDirectory });
  }
  return client;
}
