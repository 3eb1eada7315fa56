import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ChangeRequest,
  ChangeRequestResult,
  ClaimKindList,
  CreateChangeRequest,
  PlanRequest,
  PromotionPlan,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import {
  EnvironmentsService,
  EnvironmentsServiceOptions,
} from './EnvironmentsService';

const PLUGIN_ID = 'environments';

/** Talks HTTP to whichever backend instance runs the plugin. */
export class HttpEnvironmentsService implements EnvironmentsService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(deps: { auth: AuthService; discovery: DiscoveryService }) {
    return new HttpEnvironmentsService(deps.auth, deps.discovery);
  }

  private constructor(auth: AuthService, discovery: DiscoveryService) {
    this.#auth = auth;
    this.#discovery = discovery;
  }

  getServiceEnvironments(
    request: { service: string },
    options: EnvironmentsServiceOptions,
  ) {
    return this.#send<ServiceEnvironments>(
      ['services', request.service, 'environments'],
      options,
    );
  }

  listClaimKinds(options: EnvironmentsServiceOptions) {
    return this.#send<ClaimKindList>(['claim-kinds'], options);
  }

  planPromotion(
    { service, ...plan }: { service: string } & PlanRequest,
    options: EnvironmentsServiceOptions,
  ) {
    return this.#send<PromotionPlan>(
      ['services', service, 'promotions', 'plan'],
      options,
      plan,
    );
  }

  createChangeRequest(
    request: CreateChangeRequest,
    options: EnvironmentsServiceOptions,
  ) {
    return this.#send<ChangeRequestResult>(
      ['change-requests'],
      options,
      request,
    );
  }

  getChangeRequest(
    request: { id: number },
    options: EnvironmentsServiceOptions,
  ) {
    return this.#send<ChangeRequest>(
      ['change-requests', String(request.id)],
      options,
    );
  }

  /** GET without a body, POST with one. */
  async #send<T>(
    segments: string[],
    options: EnvironmentsServiceOptions,
    body?: unknown,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: options.credentials,
      targetPluginId: PLUGIN_ID,
    });
    const base = await this.#discovery.getBaseUrl(PLUGIN_ID);
    const path = segments.map(encodeURIComponent).join('/');
    const response = await fetch(`${base}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      const error = await ResponseError.fromResponse(response);
      // A task's log shows the message only: it must say why.
      error.message = error.cause.message;
      throw error;
    }
    return response.json();
  }
}
