import { JsonObject } from '../../fields';
import { Health } from '../types';
import { health, itemsAt, textAt } from '../view';

function hasAddress(object: JsonObject): boolean {
  return itemsAt(object, 'status', 'loadBalancer', 'ingress').length > 0;
}

/** A Service of type LoadBalancer needs an address; others are just there. */
export function serviceHealth(object: JsonObject): Health {
  if (textAt(object, 'spec', 'type') !== 'LoadBalancer') {
    return health('Healthy', 'The Service exists');
  }
  return hasAddress(object)
    ? health('Healthy', 'The load balancer has an address')
    : health('Progressing', 'The load balancer has no address yet');
}

/** An Ingress is healthy once a controller has given it an address. */
export function ingressHealth(object: JsonObject): Health {
  return hasAddress(object)
    ? health('Healthy', 'The Ingress has an address')
    : health('Progressing', 'The Ingress has no address yet');
}
