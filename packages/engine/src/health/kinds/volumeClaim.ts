import { JsonObject } from '../../fields';
import { Health } from '../types';
import { health, textAt } from '../view';

/** By the phase of the claim. */
export function volumeClaimHealth(object: JsonObject): Health {
  switch (textAt(object, 'status', 'phase')) {
    case 'Bound':
      return health('Healthy', 'The volume is bound');
    case 'Pending':
      return health('Progressing', 'The volume is not bound yet');
    case 'Lost':
      return health('Degraded', 'The volume is lost');
    default:
      return health('Unknown', 'The volume claim reports no phase');
  }
}
