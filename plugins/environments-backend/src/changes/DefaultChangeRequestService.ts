import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ChangeRequest,
  ChangeRequestHead,
  ChangeRequestResult,
  CreateChangeRequest,
  MergeRequest,
  ReviewRequest,
} from '@stagecraft/plugin-environments-common';
import {
  GateJudge,
  People,
  PlannedChange,
  Planner,
  PlanningSource,
  PlanningSources,
} from '../planning';
import { BuiltInForge } from './BuiltInForge';
import { closeRequest } from './closeRequest';
import { ChangesContext } from './context';
import { ForgeRegistry } from './ForgeRegistry';
import { keepJudgement } from './judgeRequest';
import { KeyedLock } from './KeyedLock';
import { mergeRequest } from './mergeRequest';
import { openRequest } from './openRequest';
import { reconcileRepository } from './reconcileRepository';
import { reconcileRequest } from './reconcileRequest';
import { reviewRequest } from './reviewRequest';
import { ChangeRequestStore, StoredRequest } from './store';
import { toChangeRequest, toHead } from './toWire';
import {
  ActingUser,
  ChangeRequestFilter,
  ChangeRequestService,
  RequestsChanged,
} from './types';

/** What change requests are made of. */
export interface ChangeRequestServiceOptions {
  readonly store: ChangeRequestStore;
  readonly sources: PlanningSources;
  readonly planner: Planner;
  readonly judge: GateJudge;
  readonly people: People;
  readonly forges: ForgeRegistry;
  readonly logger: LoggerService;
  readonly now?: () => Date;
}

/** Change requests over the database, the mirrors and the forges. */
export class DefaultChangeRequestService implements ChangeRequestService {
  readonly #context: ChangesContext;
  readonly #listeners = new Set<(changed: RequestsChanged) => void>();
  readonly #lock = new KeyedLock();

  static create(
    options: ChangeRequestServiceOptions,
  ): DefaultChangeRequestService {
    return new DefaultChangeRequestService(options);
  }

  private constructor(options: ChangeRequestServiceOptions) {
    const { forges, store, now = () => new Date(), ...rest } = options;
    this.#context = {
      ...rest,
      store,
      now,
      forgeOf: source =>
        forges.forSource(source, ({ repository }) =>
          BuiltInForge.create({ repository, store }),
        ),
      announce: ({ id, service }) => {
        for (const listener of this.#listeners) {
          listener({ ids: [id], services: [service] });
        }
      },
    };
  }

  async create(
    request: CreateChangeRequest,
    options: ActingUser,
  ): Promise<ChangeRequestResult> {
    const change = await this.#plan(request, options);
    if (change.empty) return { outcome: 'nothingToDo', reason: change.empty };
    if (request.dryRun) {
      const { text, diffs, gates } = change;
      return {
        outcome: 'dryRun',
        preview: {
          title: request.title ?? text.title,
          description: request.description ?? text.body,
          files: [...diffs],
          gates,
        },
      };
    }
    if (change.blocked) throw new ConflictError(change.blocked);
    const source = this.#source(change.repository);
    const { outcome, request: opened } = await this.#open(change, () =>
      openRequest(this.#context, source, change, {
        words: request,
        user: options.user,
      }),
    );
    return { outcome, request: await this.#show(opened, options) };
  }

  async list(filter: ChangeRequestFilter = {}): Promise<ChangeRequestHead[]> {
    return (await this.#context.store.list(filter)).map(toHead);
  }

  async listOpen(service?: string): Promise<ChangeRequestHead[]> {
    const open = await this.list({ service, state: 'open' });
    return open.reverse();
  }

  async openOnWay(
    repository: string,
    way: string,
  ): Promise<number | undefined> {
    const request = await this.#context.store.onWay(repository, way);
    return request?.state === 'open' ? request.id : undefined;
  }

  async head(id: number): Promise<ChangeRequestHead> {
    return toHead(await this.#read(id));
  }

  async get(id: number, options: ActingUser): Promise<ChangeRequest> {
    const request = await this.#read(id);
    const source = this.#context.sources.named(request.repository);
    const judged =
      source && (await keepJudgement(this.#context, source, request));
    return this.#show(judged ?? request, options);
  }

  async review(
    id: number,
    review: ReviewRequest,
    options: ActingUser,
  ): Promise<ChangeRequest> {
    const reviewed = await this.#change(
      id,
      review.headCommit,
      (request, source) =>
        reviewRequest(this.#context, source, request, {
          review,
          user: options.user,
        }),
    );
    return this.#show(reviewed, options);
  }

  async merge(
    id: number,
    merge: MergeRequest,
    options: ActingUser,
  ): Promise<ChangeRequest> {
    return this.#change(id, merge.headCommit, (request, source) =>
      request.state === 'merged'
        ? Promise.resolve(request)
        : mergeRequest(this.#context, source, request, {
            user: options.user,
            dryRun: merge.dryRun,
          }),
    ).then(request => this.#show(request, options));
  }

  async close(id: number, options: ActingUser): Promise<ChangeRequest> {
    const closed = await this.#change(id, undefined, (request, source) =>
      closeRequest(this.#context, source, request, options.user),
    );
    return this.#show(closed, options);
  }

  async reconcile(repository: string): Promise<void> {
    const source = this.#context.sources.named(repository);
    if (!source) return;
    await reconcileRepository(this.#context, source, (id, work) =>
      this.#lock.run(String(id), work),
    );
  }

  onChange(listener: (changed: RequestsChanged) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #plan(
    request: CreateChangeRequest,
    options: ActingUser,
  ): Promise<PlannedChange> {
    if (request.type === 'claim') {
      return this.#context.planner.planClaim(request, options);
    }
    const { change } = await this.#context.planner.planPromotion(
      request,
      options,
    );
    return change;
  }

  /** One at a time on a way, and with the request that is open there. */
  async #open<T>(change: PlannedChange, work: () => Promise<T>): Promise<T> {
    const { repository, way } = change;
    return this.#lock.run(`${repository}\n${way}`, async () => {
      const open = await this.#context.store.onWay(repository, way);
      return open ? this.#lock.run(String(open.id), work) : work();
    });
  }

  /** Does one thing at a time with a request, on its newest state. */
  async #change(
    id: number,
    seen: string | undefined,
    work: (
      request: StoredRequest,
      source: PlanningSource,
    ) => Promise<StoredRequest>,
  ): Promise<StoredRequest> {
    return this.#lock.run(String(id), async () => {
      const stored = await this.#read(id);
      const source = this.#source(stored.repository);
      let request = stored;
      if (stored.state === 'open') {
        const { head } = await source.repository.fetch();
        request =
          (await reconcileRequest(this.#context, source, stored, head)) ??
          stored;
      }
      if (seen !== undefined && seen !== request.headCommit) {
        throw new ConflictError(
          `#${id} has changed since you looked at it. Look again.`,
        );
      }
      return work(request, source);
    });
  }

  async #read(id: number): Promise<StoredRequest> {
    const request = await this.#context.store.get(id);
    if (!request || request.state === 'preparing') {
      throw new NotFoundError(`There is no change request #${id}`);
    }
    return request;
  }

  #source(repository: string): PlanningSource {
    const source = this.#context.sources.named(repository);
    if (source) return source;
    throw new ServiceUnavailableError(
      `The repository ${repository} is not configured`,
    );
  }

  async #show(
    request: StoredRequest,
    options: ActingUser,
  ): Promise<ChangeRequest> {
    const reviews = await this.#context.store.reviews(request.id);
    return toChangeRequest(request, reviews, options.user);
  }
}
