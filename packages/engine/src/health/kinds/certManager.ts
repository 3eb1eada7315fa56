import { JsonObject } from '../../fields';
import { Health } from '../types';
import { conditionsOf, findCondition, healthBy } from '../view';
import { readiness } from './readiness';

const certificateReadiness = readiness('Waiting for certificate');
const requestReadiness = readiness('Waiting for certificate request');

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
  return ready?.status === 'False' && ready.reason === 'Pending'
    ? healthBy('Progressing', ready, 'Pending')
    : requestReadiness(object);
}

/** Issuer and ClusterIssuer. */
export const issuerHealth = readiness('Initializing issuer');
