import { PlanField } from '../types';

const SECRET_NAME =
  /(password|passwd|secret|token|api[-_]?key|private[-_]?key|credential)s?$/i;

/** True for values of Secrets and of fields named like a secret. */
export function isSecretField({ resource, path }: PlanField): boolean {
  const keys = path.flatMap(step => (step.type === 'key' ? [step.key] : []));
  if (resource.startsWith('Secret/')) {
    return keys.length === 0 || /^(data|stringData)$/.test(keys[0]);
  }
  return keys.some(key => SECRET_NAME.test(key));
}
