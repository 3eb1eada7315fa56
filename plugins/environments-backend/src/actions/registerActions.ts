import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { EnvironmentsService } from '../environments';
import { AuthorizedChangeRequests } from '../environments/AuthorizedChangeRequests';
import { createDiffEnvironmentsAction } from './createDiffEnvironmentsAction';
import { createGetDriftAction } from './createGetDriftAction';
import { createGetEnvironmentsAction } from './createGetEnvironmentsAction';
import { createListServicesAction } from './createListServicesAction';
import { createPlanPromotionAction } from './createPlanPromotionAction';

/** Offers the read side and plans to assistants and scripts. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  environments: EnvironmentsService;
  changes: AuthorizedChangeRequests;
}): void {
  createListServicesAction(options);
  createGetEnvironmentsAction(options);
  createDiffEnvironmentsAction(options);
  createGetDriftAction(options);
  createPlanPromotionAction(options);
}
