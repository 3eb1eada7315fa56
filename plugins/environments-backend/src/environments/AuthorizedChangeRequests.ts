import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  ChangeRequest,
  ChangeRequestHead,
  ChangeRequestList,
  ChangeRequestResult,
  changeRequestMergePermission,
  changeRequestReviewPermission,
  claimCreatePermission,
  CreateChangeRequest,
  environmentPromotePermission,
  environmentReadPermission,
  MergeRequest,
  PlanRequest,
  PromotionPlan,
  ReviewRequest,
} from '@stagecraft/plugin-environments-common';
import { ChangeRequestFilter, ChangeRequestService } from '../changes';
import { Planner } from '../planning';
import { EnvironmentAccess } from './EnvironmentAccess';

/** A signed-in person. Change requests always have one. */
export interface UserOptions {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/**
 * Plans and change requests as the caller may have them: every call asks for
 * the permission about the environment that would change, then acts in the
 * caller's name.
 */
export class AuthorizedChangeRequests {
  readonly #changes: ChangeRequestService;
  readonly #planner: Planner;
  readonly #access: EnvironmentAccess;

  constructor(options: {
    changes: ChangeRequestService;
    planner: Planner;
    access: EnvironmentAccess;
  }) {
    this.#changes = options.changes;
    this.#planner = options.planner;
    this.#access = options.access;
  }

  async planPromotion(
    request: PlanRequest & { service: string },
    options: UserOptions,
  ): Promise<PromotionPlan> {
    const { service, from, to } = request;
    for (const environment of [from, to]) {
      await this.#access.require(
        environmentReadPermission,
        { service, environment },
        options.credentials,
      );
    }
    const { plan } = await this.#planner.planPromotion(request, user(options));
    return plan;
  }

  async create(
    request: CreateChangeRequest,
    options: UserOptions,
  ): Promise<ChangeRequestResult> {
    const { service } = request;
    const { credentials } = options;
    if (request.type === 'promotion') {
      await this.#access.require(
        environmentReadPermission,
        { service, environment: request.from },
        credentials,
      );
      await this.#access.require(
        environmentPromotePermission,
        { service, environment: request.to },
        credentials,
      );
    } else {
      await this.#access.require(
        claimCreatePermission,
        { service, environment: request.environment },
        credentials,
      );
    }
    return this.#changes.create(request, user(options));
  }

  async list(
    filter: ChangeRequestFilter,
    options: { credentials: BackstageCredentials },
  ): Promise<ChangeRequestList> {
    const items = await this.#changes.list(filter);
    const may = await this.#access.allowed(
      environmentReadPermission,
      items.map(({ service, to }) => ({ service, environment: to })),
      options.credentials,
    );
    return { items: items.filter(({ service, to }) => may(service, to)) };
  }

  async get(id: number, options: UserOptions): Promise<ChangeRequest> {
    await this.#require(environmentReadPermission, id, options);
    const request = await this.#changes.get(id, user(options));
    return this.#withPermissions(request, options);
  }

  async review(
    id: number,
    review: ReviewRequest,
    options: UserOptions,
  ): Promise<ChangeRequest> {
    await this.#require(changeRequestReviewPermission, id, options);
    const request = await this.#changes.review(id, review, user(options));
    return this.#withPermissions(request, options);
  }

  async merge(
    id: number,
    merge: MergeRequest,
    options: UserOptions,
  ): Promise<ChangeRequest> {
    await this.#require(changeRequestMergePermission, id, options);
    const request = await this.#changes.merge(id, merge, user(options));
    return this.#withPermissions(request, options);
  }

  async close(id: number, options: UserOptions): Promise<ChangeRequest> {
    await this.#require(changeRequestMergePermission, id, options);
    const request = await this.#changes.close(id, user(options));
    return this.#withPermissions(request, options);
  }

  async #require(
    permission: ResourcePermission,
    id: number,
    { credentials }: UserOptions,
  ): Promise<ChangeRequestHead> {
    const head = await this.#changes.head(id);
    await this.#access.require(
      permission,
      { service: head.service, environment: head.to },
      credentials,
    );
    return head;
  }

  /** Buttons that a permission switches off say so. */
  async #withPermissions(
    request: ChangeRequest,
    { credentials }: UserOptions,
  ): Promise<ChangeRequest> {
    const { service, to: environment, may } = request;
    const place = { service, environment };
    const [review, merge] = await Promise.all(
      [changeRequestReviewPermission, changeRequestMergePermission].map(
        async permission =>
          (
            await this.#access.allowed(permission, [place], credentials)
          )(service, environment),
      ),
    );
    const no = (act: string) => ({
      allowed: false,
      reason: `You may not ${act} here.`,
    });
    return {
      ...request,
      may: {
        approve: review ? may.approve : no('approve'),
        merge: merge ? may.merge : no('merge'),
        close: merge ? may.close : no('close'),
      },
    };
  }
}

function user({ credentials }: UserOptions): { user: string } {
  return { user: credentials.principal.userEntityRef };
}
