import { parseManifests } from '../../manifests';
import { historyOf } from '../history';
import { FieldReason, HistoryCommit, HistoryOptions } from '../types';

export const ORDER = ['dev', 'staging', 'production'];

export function cache(environment: string, parameters: string): string {
  return `apiVersion: platform.company.com/v1alpha1
kind: XRedisCache
metadata:
  name: user-session-cache
  namespace: ${environment}
  labels: { app.kubernetes.io/part-of: user-service, env: ${environment} }
spec:
  parameters: { ${parameters} }
`;
}

export function id(index: number): string {
  return `${index}abcdef`.repeat(6).slice(0, 40).padEnd(40, '0');
}

/** Commits from messages and what they wrote: environment to parameters. */
export function commits(
  ...list: ReadonlyArray<[message: string, files: Record<string, string>]>
): HistoryCommit[] {
  return list.map(([message, files], index) => ({
    id: id(index),
    message,
    author: `author ${index}`,
    time: `2026-11-0${index + 1}T10:00:00Z`,
    files: Object.entries(files).map(([environment, parameters]) => {
      const path = `environments/${environment}/cache.yaml`;
      const text = cache(environment, parameters);
      const manifests =
        parameters === '' ? [] : parseManifests({ path, text }).manifests;
      return { path, environment, manifests };
    }),
  }));
}

export function ask(
  list: HistoryCommit[],
  from = 'dev',
  to = 'staging',
  options: Partial<HistoryOptions> = {},
) {
  const history = historyOf({
    commits: list,
    order: ORDER,
    identity: ['metadata.labels.env'],
    ...options,
  });
  return history.ask({ from, to, service: 'user-service' });
}

export function field(
  fields: readonly FieldReason[],
  text: string,
): FieldReason {
  const found = fields.find(item => item.text === text);
  if (!found) throw new Error(`no ${text} in ${fields.map(item => item.text)}`);
  return found;
}

export const STORY = commits(
  ['feat: cache', { dev: 'size: small, memory: 4Gi' }],
  [
    `Promote: cache\n\nPromoted-From: ${id(0)}`,
    { staging: 'size: medium, memory: 4Gi' },
  ],
  [
    `Promote: cache\n\nPromoted-From: ${id(1)}`,
    { production: 'size: large, memory: 4Gi' },
  ],
  [
    'HOTFIX: more memory\n\nIncident: INC-42',
    { production: 'size: large, memory: 8Gi' },
  ],
  ['feat: 6Gi (dev)', { dev: 'size: small, memory: 6Gi' }],
);
