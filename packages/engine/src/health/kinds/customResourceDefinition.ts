import { JsonObject } from '../../fields';
import { Health } from '../types';
import { conditionsOf, findCondition, health, healthBy } from '../view';

/** By what the API server says of names, schema and establishment. */
export function customResourceDefinitionHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  if (conditions.length === 0) {
    return health('Progressing', 'The definition has no conditions yet');
  }
  const find = (type: string) => findCondition(conditions, type);
  const terminating = find('Terminating');
  if (terminating?.status === 'True') {
    return healthBy('Progressing', terminating, 'Being terminated');
  }
  const names = find('NamesAccepted');
  if (names?.status === 'False') {
    return healthBy('Degraded', names, 'The names are not accepted');
  }
  const established = find('Established');
  if (established?.status !== 'True') {
    return established
      ? healthBy('Degraded', established, 'Not established')
      : health('Degraded', 'Not established');
  }
  const schema = find('NonStructuralSchema');
  if (schema?.status === 'True') {
    return healthBy('Degraded', schema, 'The schema is not structural');
  }
  return healthBy('Healthy', established, 'Established');
}
