import { JsonObject } from '../../fields';
import { Health } from '../types';
import { Condition, conditionsOf, health, healthBy } from '../view';

function told(
  verdict: 'Degraded' | 'Progressing',
  condition: Condition,
  words: string,
): Health {
  const own = condition.message && `: ${condition.message}`;
  return { ...healthBy(verdict, condition, ''), message: `${words}${own}` };
}

function judge(condition: Condition): Health | undefined {
  const { type, status, reason } = condition;
  if (type === 'Terminating' && status === 'True') {
    return told('Progressing', condition, 'CRD is terminating');
  }
  if (type === 'NamesAccepted' && status === 'False') {
    return told('Degraded', condition, 'CRD names have not been accepted');
  }
  if (type === 'NonStructuralSchema' && status === 'True') {
    return told('Degraded', condition, 'Schema violations found');
  }
  return type === 'Established' && status !== 'True' && reason === 'Installing'
    ? told('Progressing', condition, 'CRD is being installed')
    : undefined;
}

/**
 * By what the API server says of names, schema and establishment, the first
 * condition with something to say. Source: Argo CD's check of this kind at
 * 3.6.0-rc2; since 3.6.1 a definition that is not established for another
 * reason than an invalid CA bundle is progressing there.
 */
export function customResourceDefinitionHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  if (conditions.length === 0) {
    return health('Progressing', 'Status conditions not found');
  }
  for (const condition of conditions) {
    const found = judge(condition);
    if (found) return found;
  }
  const established = conditions.find(item => item.type === 'Established');
  if (established?.status === 'True') {
    return {
      ...healthBy('Healthy', established, ''),
      message: 'CRD is healthy',
    };
  }
  return established
    ? told('Degraded', established, 'CRD is not established')
    : health('Degraded', 'CRD is not established');
}
