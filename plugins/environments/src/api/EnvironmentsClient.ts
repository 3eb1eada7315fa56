import { ResponseError } from '@backstage/errors';
import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  ChangeRequest,
  ChangeRequestList,
  ChangeRequestResult,
  ClaimKindList,
  Comparison,
  CreateChangeRequest,
  DriftList,
  MergeRequest,
  PlanRequest,
  PromotionPlan,
  ResourceDetail,
  ReviewRequest,
  ServiceDrift,
  ServiceEnvironments,
  ServiceList,
} from '@stagecraft/plugin-environments-common';
import { EnvironmentsApi } from './EnvironmentsApi';

type Query = Record<string, string | undefined>;

/** Builds a path of which every segment is encoded. */
function at(...segments: Array<string | number>): string {
  return segments.map(s => `/${encodeURIComponent(s)}`).join('');
}

/**
 * Talks HTTP to the environments backend.
 *
 * @public
 */
export class EnvironmentsClient implements EnvironmentsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  listServices() {
    return this.#get<ServiceList>('/services');
  }

  getServiceEnvironments(service: string) {
    return this.#get<ServiceEnvironments>(
      at('services', service, 'environments'),
    );
  }

  compareEnvironments(service: string, options: { from: string; to: string }) {
    return this.#get<Comparison>(at('services', service, 'compare'), {
      from: options.from,
      to: options.to,
    });
  }

  getServiceDrift(service: string, options: { environment?: string } = {}) {
    return this.#get<ServiceDrift>(at('services', service, 'drift'), {
      environment: options.environment,
    });
  }

  getResource(
    service: string,
    options: { environment: string; resource: string },
  ) {
    const slash = options.resource.indexOf('/');
    return this.#get<ResourceDetail>(
      at(
        'services',
        service,
        'environments',
        options.environment,
        'resources',
        options.resource.slice(0, slash),
        options.resource.slice(slash + 1),
      ),
    );
  }

  planPromotion(service: string, request: PlanRequest) {
    return this.#post<PromotionPlan>(
      at('services', service, 'promotions', 'plan'),
      request,
    );
  }

  createChangeRequest(request: CreateChangeRequest) {
    return this.#post<ChangeRequestResult>('/change-requests', request);
  }

  listChangeRequests(
    options: { service?: string; state?: 'open' | 'merged' | 'closed' } = {},
  ) {
    return this.#get<ChangeRequestList>('/change-requests', { ...options });
  }

  getChangeRequest(id: number) {
    return this.#get<ChangeRequest>(at('change-requests', id));
  }

  reviewChangeRequest(id: number, review: ReviewRequest) {
    return this.#post<ChangeRequest>(
      at('change-requests', id, 'reviews'),
      review,
    );
  }

  mergeChangeRequest(id: number, merge: MergeRequest = {}) {
    return this.#post<ChangeRequest>(at('change-requests', id, 'merge'), merge);
  }

  closeChangeRequest(id: number) {
    return this.#post<ChangeRequest>(at('change-requests', id, 'close'), {});
  }

  listDrift() {
    return this.#get<DriftList>('/drift');
  }

  listClaimKinds() {
    return this.#get<ClaimKindList>('/claim-kinds');
  }

  async refresh(options: { service?: string } = {}) {
    await this.#send('/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(options),
    });
  }

  async #get<T>(path: string, query: Query = {}): Promise<T> {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) {
        search.set(key, value);
      }
    }
    const tail = search.size > 0 ? `?${search}` : '';
    const response = await this.#send(`${path}${tail}`);
    return response.json();
  }

  async #post<T>(path: string, body: unknown): Promise<T> {
    const response = await this.#send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  async #send(path: string, init?: RequestInit): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('environments');
    const response = await this.#fetchApi.fetch(`${base}${path}`, init);
    if (!response.ok) {
      const error = await ResponseError.fromResponse(response);
      // Screens show the message: what the backend said, not just its status.
      error.message = error.cause.message;
      throw error;
    }
    return response;
  }
}
