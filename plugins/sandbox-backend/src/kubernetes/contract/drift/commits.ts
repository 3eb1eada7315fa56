import { Changes } from './changes';

const MAIN = 'spec.template.spec.containers[name=main]';
const DB = 'spec.template.spec.containers[name=db]';

/** Name of the object, what of a newer commit is applied, and what is not. */
type CommitRow = readonly [object: string, applied: Changes, pending: Changes];

/** Git has moved on and Argo CD has applied a part of it. */
export const COMMITS: readonly CommitRow[] = [
  ['deployment-full', {}, { [`${MAIN}.image`]: 'app:2' }],
  ['deployment-full', { 'spec.replicas': 4 }, { [`${MAIN}.image`]: 'app:2' }],
  ['deployment-full', {}, { [`${MAIN}.env[name=A]`]: null }],
  ['deployment-full', {}, { [`${MAIN}.env[name=B].value`]: 'new' }],
  ['deployment-full', {}, { 'spec.template.spec.nodeSelector.disk': 'nvme' }],
  ['statefulset', {}, { [`${DB}.image`]: 'pg:17' }],
  ['service', {}, { 'spec.ports[port=53,protocol=UDP].targetPort': 5354 }],
  ['service', {}, { 'spec.ports[port=53,protocol=UDP]': null }],
  [
    'configmap',
    { 'data.a': '5' },
    { 'data["x.yaml"]': null, 'data.late': '1' },
  ],
  ['configmap', {}, { 'metadata.labels.team': 'b' }],
  ['secret-data', {}, { 'data.k': 'bmV3' }],
  ['role', {}, { 'rules[0].verbs[0]': 'watch' }],
  ['ingress', {}, { 'spec.ingressClassName': 'next' }],
  ['autoscaler', {}, { 'spec.maxReplicas': 11 }],
  ['resourcequota', {}, { 'spec.hard["requests.cpu"]': '3' }],
  ['cronjob', {}, { 'spec.schedule': '@hourly' }],
  ['database', {}, { 'spec.parameters.size': 'next' }],
  [
    'database',
    { 'spec.parameters.size': 'now' },
    { 'spec.parameters.region': null },
  ],
  ['database', {}, { 'spec.parameters.zones[="a"]': null }],
  ['database', {}, { 'spec.parameters.users[name=app,realm=main]': null }],
  ['database', {}, { 'spec.parameters.opt': 'new' }],
  ['legacy-bucket', {}, { 'spec.compositionSelector.matchLabels.a': 'c' }],
  ['managed-bucket', {}, { 'spec.forProvider.tags.a': null }],
];
