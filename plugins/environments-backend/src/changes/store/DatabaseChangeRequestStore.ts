import { ConflictError } from '@backstage/errors';
import { ForgeReview } from '@stagecraft/plugin-environments-node';
import { Knex } from 'knex';
import { ChangeRequestFilter } from '../types';
import { fromRow, RequestRow, toColumns } from './rows';
import { ChangeRequestStore, RequestPatch, StoredRequest } from './types';

const REQUESTS = 'change_requests';
const REVIEWS = 'change_request_reviews';

interface ReviewRow {
  request_id: number;
  reviewer: string;
  state: ForgeReview['state'];
  comment: string | null;
  content: string;
  at: string;
}

/** Change requests in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseChangeRequestStore implements ChangeRequestStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseChangeRequestStore {
    return new DatabaseChangeRequestStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(
    request: Omit<StoredRequest, 'id' | 'revision' | 'state'>,
  ): Promise<StoredRequest> {
    const { intent, ...rest } = request;
    const inserted = await this.#knex(REQUESTS)
      .insert({
        ...toColumns({ ...rest, state: 'preparing', intent }),
        repository: request.repository,
        type: request.type,
        service: request.service,
        way: request.way,
        open_way: `${request.repository}\n${request.way}`,
        revision: 0,
      })
      .onConflict('open_way')
      .ignore()
      .returning<RequestRow[]>('*');
    if (inserted.length === 0) {
      throw new ConflictError(
        `Somebody else opened a change request for ${request.service} into ${request.to} at the same moment`,
      );
    }
    return fromRow(inserted[0]);
  }

  async get(id: number): Promise<StoredRequest | undefined> {
    // Beyond the column's range PostgreSQL fails instead of finding nothing.
    if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) {
      return undefined;
    }
    const row = await this.#requests().where({ id }).first();
    return row && fromRow(row);
  }

  async onWay(
    repository: string,
    way: string,
  ): Promise<StoredRequest | undefined> {
    const row = await this.#requests()
      .where({ open_way: `${repository}\n${way}` })
      .first();
    return row && fromRow(row);
  }

  async list(filter: ChangeRequestFilter): Promise<StoredRequest[]> {
    const query = this.#requests()
      .whereNot({ state: 'preparing' })
      .orderBy('id', 'desc');
    if (filter.service !== undefined) query.where({ service: filter.service });
    if (filter.state !== undefined) query.where({ state: filter.state });
    return (await query).map(fromRow);
  }

  async notEnded(repository: string): Promise<StoredRequest[]> {
    const rows = await this.#requests()
      .where({ repository })
      .whereIn('state', ['preparing', 'open'])
      .orderBy('id');
    return rows.map(fromRow);
  }

  async endedWithBranch(
    repository: string,
    branches: string[],
  ): Promise<StoredRequest[]> {
    const rows = await this.#requests()
      .where({ repository })
      .whereIn('branch', branches)
      .whereIn('state', ['merged', 'closed']);
    return rows.map(fromRow);
  }

  async update(
    request: StoredRequest,
    patch: RequestPatch,
  ): Promise<StoredRequest> {
    const rows = await this.#requests()
      .where({ id: request.id, revision: request.revision })
      .update({ ...toColumns(patch), revision: request.revision + 1 })
      .returning<RequestRow[]>('*');
    if (rows.length === 0) {
      throw new ConflictError(
        `#${request.id} was changed by somebody else at the same moment`,
      );
    }
    return fromRow(rows[0]);
  }

  async remove(id: number): Promise<void> {
    await this.#requests().where({ id, state: 'preparing' }).delete();
  }

  async addReviews(id: number, reviews: readonly ForgeReview[]): Promise<void> {
    if (reviews.length === 0) return;
    await this.#knex(REVIEWS)
      .insert(
        reviews.map(review => ({
          request_id: id,
          reviewer: review.by,
          state: review.state,
          comment: review.comment ?? null,
          content: review.content,
          at: review.at,
        })),
      )
      .onConflict(['request_id', 'reviewer', 'state', 'at'])
      .ignore();
  }

  async reviews(id: number): Promise<ForgeReview[]> {
    const rows = await this.#knex<ReviewRow>(REVIEWS)
      .where({ request_id: id })
      .orderBy(['at', 'id']);
    return rows.map(row => ({
      by: row.reviewer,
      state: row.state,
      comment: row.comment ?? undefined,
      content: row.content,
      at: row.at,
    }));
  }

  #requests() {
    return this.#knex<RequestRow>(REQUESTS);
  }
}
