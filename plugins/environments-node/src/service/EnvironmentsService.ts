import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ChangeRequest,
  ChangeRequestResult,
  ClaimKindList,
  CreateChangeRequest,
  PlanRequest,
  PromotionPlan,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';

/** Whose behalf a call is made on. @public */
export interface EnvironmentsServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * The environments backend, as other backend plugins call it. Every call is
 * made, and permission-checked, as the credentials it is given. Rejects with a
 * ResponseError when the answer is not a success.
 *
 * @public
 */
export interface EnvironmentsService {
  getServiceEnvironments(
    request: { service: string },
    options: EnvironmentsServiceOptions,
  ): Promise<ServiceEnvironments>;
  listClaimKinds(options: EnvironmentsServiceOptions): Promise<ClaimKindList>;
  planPromotion(
    request: { service: string } & PlanRequest,
    options: EnvironmentsServiceOptions,
  ): Promise<PromotionPlan>;
  createChangeRequest(
    request: CreateChangeRequest,
    options: EnvironmentsServiceOptions,
  ): Promise<ChangeRequestResult>;
  getChangeRequest(
    request: { id: number },
    options: EnvironmentsServiceOptions,
  ): Promise<ChangeRequest>;
}
