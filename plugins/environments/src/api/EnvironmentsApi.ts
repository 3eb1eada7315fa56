import { createApiRef } from '@backstage/frontend-plugin-api';
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

/**
 * What the screens ask of the backend. Every method rejects with a
 * `ResponseError` when the answer is not a success.
 *
 * @public
 */
export interface EnvironmentsApi {
  listServices(): Promise<ServiceList>;
  getServiceEnvironments(service: string): Promise<ServiceEnvironments>;
  compareEnvironments(
    service: string,
    options: { from: string; to: string },
  ): Promise<Comparison>;
  getServiceDrift(
    service: string,
    options?: { environment?: string },
  ): Promise<ServiceDrift>;
  /** `resource` is `Kind/name`. */
  getResource(
    service: string,
    options: { environment: string; resource: string },
  ): Promise<ResourceDetail>;
  planPromotion(service: string, request: PlanRequest): Promise<PromotionPlan>;
  createChangeRequest(
    request: CreateChangeRequest,
  ): Promise<ChangeRequestResult>;
  listChangeRequests(options?: {
    service?: string;
    state?: 'open' | 'merged' | 'closed';
  }): Promise<ChangeRequestList>;
  getChangeRequest(id: number): Promise<ChangeRequest>;
  reviewChangeRequest(
    id: number,
    review: ReviewRequest,
  ): Promise<ChangeRequest>;
  mergeChangeRequest(id: number, merge?: MergeRequest): Promise<ChangeRequest>;
  closeChangeRequest(id: number): Promise<ChangeRequest>;
  listDrift(): Promise<DriftList>;
  listClaimKinds(): Promise<ClaimKindList>;
  /** Asks for a new look at the repository and the clusters at once. */
  refresh(options?: { service?: string }): Promise<void>;
}

/** @public */
export const environmentsApiRef = createApiRef<EnvironmentsApi>().with({
  id: 'plugin.environments.client',
  pluginId: 'environments',
});
