import { JsonObject } from '../../fields';
import { Health } from '../types';
import { conditionsOf, health, healthBy } from '../view';
import { readiness } from './readiness';

export const externalSecretHealth = readiness('Waiting for ExternalSecret');
export const secretStoreHealth = readiness('Waiting for SecretStore');
export const clusterSecretStoreHealth = readiness(
  'Waiting for ClusterSecretStore',
);
export const pushSecretHealth = readiness('Waiting for PushSecret');

/** New statuses are appended, so the last condition counts. */
export function clusterExternalSecretHealth(object: JsonObject): Health {
  const last = conditionsOf(object).at(-1);
  if (last?.status === 'True') {
    if (last.type === 'Ready') return healthBy('Healthy', last, 'Ready');
    if (last.type === 'PartiallyReady' || last.type === 'NotReady') {
      return healthBy('Degraded', last, 'Not ready everywhere');
    }
  }
  return health('Progressing', 'Waiting for ClusterExternalSecret');
}
