import { JsonObject } from '../../fields';
import { Health } from '../types';
import { conditionsOf, findCondition, health, healthBy } from '../view';
import { readiness } from './readiness';

const certificateReadiness = readiness('Waiting for certificate');

/** A certificate that is being issued is progressing, ready or not. */
export function certificateHealth(object: JsonObject): Health {
  const issuing = findCondition(conditionsOf(object), 'Issuing');
  return issuing?.status === 'True'
    ? healthBy('Progressing', issuing, 'Being issued')
    : certificateReadiness(object);
}

/** Denied or invalid is final; not ready because pending is not. */
export function certificateRequestHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  const refused = conditions.find(
    item =>
      (item.type === 'Denied' || item.type === 'InvalidRequest') &&
      item.status === 'True',
  );
  if (refused) return healthBy('Degraded', refused, 'Refused');
  const ready = findCondition(conditions, 'Ready');
  if (!ready) return health('Progressing', 'Waiting for certificate request');
  if (ready.status === 'True') return healthBy('Healthy', ready, 'Issued');
  return ready.reason === 'Pending'
    ? healthBy('Progressing', ready, 'Pending')
    : healthBy('Degraded', ready, 'Not issued');
}

export const issuerHealth = readiness('Initializing issuer');
export const clusterIssuerHealth = readiness('Initializing ClusterIssuer');
