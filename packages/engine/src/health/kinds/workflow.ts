import { JsonObject } from '../../fields';
import { Health } from '../types';
import { health, textAt } from '../view';

/** By the phase of the Workflow. */
export function workflowHealth(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase');
  const message = textAt(object, 'status', 'message');
  switch (phase) {
    case '':
    case 'Pending':
    case 'Running':
      return health('Progressing', message || 'The workflow is running');
    case 'Succeeded':
      return health('Healthy', message || 'The workflow succeeded');
    case 'Failed':
    case 'Error':
      return health('Degraded', message || 'The workflow failed');
    default:
      return health('Unknown', message || `The workflow is in phase ${phase}`);
  }
}
