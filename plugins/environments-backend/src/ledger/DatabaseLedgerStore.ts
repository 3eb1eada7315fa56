import { Knex } from 'knex';
import {
  DriftField,
  RepositoryState,
} from '@stagecraft/plugin-environments-common';
import { putDrift, readDrift } from './operations/drift';
import { keepServices, putService } from './operations/putService';
import { readServices } from './operations/readServices';
import { listStates, putState } from './operations/states';
import {
  LedgerStore,
  LiveSnapshot,
  ReadService,
  StoredClusterState,
  StoredDrift,
  StoredEnvironment,
  StoredService,
} from './types';

/** The ledger in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseLedgerStore implements LedgerStore {
  readonly #db: Knex;

  private constructor(db: Knex) {
    this.#db = db;
  }

  static create(options: { db: Knex }): DatabaseLedgerStore {
    return new DatabaseLedgerStore(options.db);
  }

  async getService(service: string): Promise<ReadService | undefined> {
    const [found] = await readServices(this.#db, service);
    return found;
  }

  async listServices(): Promise<ReadService[]> {
    return readServices(this.#db);
  }

  async getEnvironment(
    service: string,
    environment: string,
  ): Promise<StoredEnvironment | undefined> {
    const row = await this.#db('environments_cards')
      .where({ service, environment })
      .orderBy('repository')
      .first('data');
    return row && JSON.parse(row.data);
  }

  async putService(service: StoredService): Promise<boolean> {
    return this.#db.transaction(tx => putService(tx, service));
  }

  async keepServices(
    repository: string,
    services: string[],
  ): Promise<string[]> {
    return this.#db.transaction(tx => keepServices(tx, repository, services));
  }

  async putDrift(
    at: { service: string; environment: string; now: string },
    fields: DriftField[],
  ): Promise<StoredDrift[]> {
    return this.#db.transaction(tx => putDrift(tx, at, fields));
  }

  async listDrift(): Promise<StoredDrift[]> {
    return readDrift(this.#db, {});
  }

  async getSnapshot(
    cluster: string,
    key: string,
  ): Promise<LiveSnapshot | undefined> {
    const row = await this.#db('environments_snapshots')
      .where({ cluster, key })
      .first('at', 'data');
    return row && { at: row.at, object: JSON.parse(row.data) };
  }

  async putSnapshot(
    cluster: string,
    key: string,
    snapshot: LiveSnapshot,
  ): Promise<void> {
    await this.#db('environments_snapshots')
      .insert({
        cluster,
        key,
        at: snapshot.at,
        data: JSON.stringify(snapshot.object),
      })
      .onConflict(['cluster', 'key'])
      .merge();
  }

  async putClusterState(state: StoredClusterState): Promise<void> {
    await putState(this.#db, 'cluster', state);
  }

  async listClusterStates(): Promise<StoredClusterState[]> {
    return listStates<StoredClusterState>(this.#db, 'cluster');
  }

  async putRepositoryState(state: RepositoryState): Promise<void> {
    await putState(this.#db, 'repository', state);
  }

  async listRepositoryStates(): Promise<RepositoryState[]> {
    return listStates<RepositoryState>(this.#db, 'repository');
  }
}
