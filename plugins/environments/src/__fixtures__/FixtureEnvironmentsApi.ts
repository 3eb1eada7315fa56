import { NotFoundError } from '@backstage/errors';
import { ChangeRequest } from '@stagecraft/plugin-environments-common';
import { EnvironmentsApi } from '../api';
import { comparison } from './comparison';
import { database, driftList } from './drift';
import { plan, planWith } from './plan';
import { readyRequest, request, requests } from './request';
import { scaleService } from './scale';
import { serviceList } from './services';
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
    listServices: async () => serviceList,
    async getServiceEnvironments(service) {
      const found = services.find(s => s.service === service);
      if (!found) {
        throw new NotFoundError(`No service ${service}.`);
      }
      return found;
    },
    compareEnvironments: async (_, { from, to }) =>
      from === 'dev' && to === 'staging' ? comparison : notInPictures(),
    getServiceDrift: notInPictures,
    getResource: async (_, { resource }) =>
      resource === database.resource ? database : notInPictures(),
    planPromotion: async (_, { from, to, decisions = [] }) => {
      if (from !== 'dev' || to !== 'staging') {
        return notInPictures();
      }
      return decisions.length > 0 ? planWith(decisions) : plan;
    },
    createChangeRequest: async ({ dryRun, title, description }) =>
      dryRun
        ? {
            outcome: 'dryRun',
            preview: {
              title: title ?? request.title,
              description: description ?? request.description,
              files: request.files,
              gates: request.gates,
            },
          }
        : { outcome: 'created', request },
    listChangeRequests: async () => ({ items: requests }),
    getChangeRequest: async id =>
      id === request.id ? request : notInPictures(),
    reviewChangeRequest: async () => readyRequest,
    mergeChangeRequest: async (): Promise<ChangeRequest> => ({
      ...readyRequest,
      state: 'merged',
      mergedCommit: 'd00dfee'.padEnd(40, '0'),
    }),
    closeChangeRequest: async () => ({ ...request, state: 'closed' }),
    listDrift: async () => driftList,
    listClaimKinds: notInPictures,
    refresh: async () => {},
    ...overrides,
  };
}
