import { NotFoundError } from '@backstage/errors';
import { EnvironmentsApi } from '../api';
import { scaleService } from './scale';
import { stateServices } from './states';
import { userService } from './userService';

function notInPictures(): Promise<never> {
  return Promise.reject(new NotFoundError('This is not part of the pictures.'));
}

/** Answers from the world of the pictures; `overrides` replaces single operations. */
export function createFixtureApi(
  overrides: Partial<EnvironmentsApi> = {},
): EnvironmentsApi {
  const services = [userService, scaleService, ...stateServices];
  return {
    listServices: notInPictures,
    async getServiceEnvironments(service) {
      const found = services.find(s => s.service === service);
      if (!found) {
        throw new NotFoundError(`No service ${service}.`);
      }
      return found;
    },
    compareEnvironments: notInPictures,
    getServiceDrift: notInPictures,
    getResource: notInPictures,
    planPromotion: notInPictures,
    createChangeRequest: notInPictures,
    listChangeRequests: notInPictures,
    getChangeRequest: notInPictures,
    reviewChangeRequest: notInPictures,
    mergeChangeRequest: notInPictures,
    closeChangeRequest: notInPictures,
    listDrift: notInPictures,
    listClaimKinds: notInPictures,
    refresh: async () => {},
    ...overrides,
  };
}
