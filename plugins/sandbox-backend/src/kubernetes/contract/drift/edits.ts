import {
  ANNOTATE,
  APPLY_BY_HAND,
  APPLY_SERVER_SIDE,
  AUTOSCALER,
  CI,
  COMPOSER,
  CONSOLE,
  CONTROLLER,
  CROSSPLANE,
  EDIT,
  K9S,
  LABEL,
  LENS,
  PATCH,
  PROVIDER,
  REPLACE,
  SCALE,
  SET,
  SYNC,
} from './editors';
import { Step } from './expectations';

/** Name of the object, and who writes what in turn. */
type EditRow = readonly [object: string, ...steps: Step[]];

const MAIN = 'spec.template.spec.containers[name=main]';
const DB = 'spec.template.spec.containers[name=db]';

/** Edits of live objects, one row each. Null takes a field away. */
export const EDITS: readonly EditRow[] = [
  // Values that Git gives.
  ['deployment-full', [EDIT, { 'spec.replicas': 5 }]],
  ['deployment-full', [PATCH, { 'spec.replicas': 3 }]],
  ['deployment-full', [SCALE, { 'spec.replicas': 7 }]],
  ['deployment-full', [SET, { [`${MAIN}.image`]: 'app:2.0' }]],
  ['deployment-full', [SET, { [`${MAIN}.env[name=A].value`]: '2' }]],
  ['deployment-full', [SET, { [`${MAIN}.resources.limits.cpu`]: '2' }]],
  ['deployment-full', [K9S, { [`${MAIN}.livenessProbe.httpGet.port`]: 81 }]],
  [
    'deployment-full',
    [LENS, { 'spec.template.spec.nodeSelector.disk': 'hdd' }],
  ],
  ['deployment-full', [EDIT, { 'spec.template.spec.tolerations[0].key': 'b' }]],
  [
    'deployment-full',
    [EDIT, { [`${MAIN}.lifecycle.preStop.exec.command[1]`]: '9' }],
  ],
  ['statefulset', [SET, { [`${DB}.image`]: 'pg:16' }]],
  [
    'daemonset',
    [CONSOLE, { 'spec.updateStrategy.rollingUpdate.maxUnavailable': '20%' }],
  ],
  ['cronjob', [EDIT, { 'spec.schedule': '5 * * * *' }]],
  ['cronjob', [PATCH, { 'spec.suspend': true }]],
  ['job-zeros', [EDIT, { 'spec.ttlSecondsAfterFinished': 100 }]],
  ['service', [EDIT, { 'spec.selector.app': 'other' }]],
  ['service', [EDIT, { 'spec.ports[port=53,protocol=UDP].targetPort': 54 }]],
  ['configmap', [EDIT, { 'data.a': '2' }]],
  ['configmap', [REPLACE, { 'data["x.yaml"]': 'a: 2\n' }]],
  ['secret-text', [EDIT, { 'data.password': 'bmV3' }]],
  ['secret-data', [PATCH, { 'data.k': 'bmV3' }]],
  ['role', [EDIT, { 'rules[0].verbs[1]': 'watch' }]],
  ['rolebinding', [EDIT, { 'subjects[0].name': 'v' }]],
  ['ingress', [EDIT, { 'spec.ingressClassName': 'other' }]],
  ['networkpolicy-ingress', [EDIT, { 'spec.ingress[0].ports[0].port': 81 }]],
  ['autoscaler', [EDIT, { 'spec.maxReplicas': 20 }]],
  ['disruption-budget', [PATCH, { 'spec.minAvailable': '10%' }]],
  ['resourcequota', [EDIT, { 'spec.hard["requests.memory"]': '2Gi' }]],
  ['limitrange', [EDIT, { 'spec.limits[0].max.cpu': '3' }]],
  ['storageclass', [EDIT, { allowVolumeExpansion: true }]],
  ['volume-host-path', [EDIT, { 'spec.capacity.storage': '2Gi' }]],
  [
    'mutating-webhook',
    [EDIT, { 'webhooks[name=a.x.io].sideEffects': 'NoneOnDryRun' }],
  ],
  ['lease', [EDIT, { 'spec.leaseDurationSeconds': 6 }]],
  ['serviceaccount', [EDIT, { automountServiceAccountToken: true }]],
  ['database', [EDIT, { 'spec.parameters.size': 'small' }]],
  ['database', [PATCH, { 'spec.parameters.region': 'us' }]],
  [
    'database',
    [EDIT, { 'spec.parameters.users[name=ops,realm=x].role': 'reader' }],
  ],
  ['database', [EDIT, { 'spec.parameters.steps[0].weight': 20 }]],
  ['database', [EDIT, { 'spec.parameters.free.a.b[0]': 2 }]],
  ['legacy-bucket', [EDIT, { 'spec.parameters.port': 80 }]],
  ['route', [EDIT, { 'spec.rules[0].backendRefs[0].port': 81 }]],
  ['managed-bucket', [EDIT, { 'spec.forProvider.tags.a': 'c' }]],

  // Values that Git does not give: defaults changed, fields added.
  ['deployment-minimal', [SCALE, { 'spec.replicas': 4 }]],
  ['deployment-minimal', [EDIT, { 'spec.revisionHistoryLimit': 3 }]],
  ['deployment-minimal', [SET, { [`${MAIN}.env[name=NEW].value`]: 'x' }]],
  ['deployment-minimal', [SET, { [`${MAIN}.resources.limits.memory`]: '1Gi' }]],
  [
    'deployment-minimal',
    [EDIT, { 'spec.template.spec.securityContext.runAsUser': 0 }],
  ],
  [
    'deployment-minimal',
    [EDIT, { 'spec.template.metadata.annotations["a.io/b"]': 'c' }],
  ],
  [
    'deployment-full',
    [EDIT, { 'spec.template.spec.containers[name=sidecar].image': 'proxy:1' }],
  ],
  [
    'deployment-full',
    [
      EDIT,
      { [`${MAIN}.ports[containerPort=81,protocol=TCP].containerPort`]: 81 },
    ],
  ],
  ['deployment-full', [EDIT, { 'spec.template.spec.nodeSelector.zone': 'a' }]],
  ['service', [EDIT, { 'spec.selector.extra': 'x' }]],
  ['configmap', [EDIT, { 'data.extra': 'x' }]],
  ['configmap', [EDIT, { 'metadata.finalizers[="x.io/hold"]': 'x.io/hold' }]],
  ['secret-data', [EDIT, { 'data.extra': 'eA==' }]],
  ['database', [EDIT, { 'spec.parameters.replicas': 3 }]],
  ['database', [EDIT, { 'spec.parameters.backup.schedule': '@daily' }]],
  [
    'database',
    [ANNOTATE, { 'metadata.annotations["crossplane.io/paused"]': 'true' }],
  ],
  [
    'database',
    [EDIT, { 'spec.parameters.users[name=new,realm=main].role': 'admin' }],
  ],
  ['database', [EDIT, { 'spec.parameters.steps[0].tags': { a: 'b' } }]],
  ['managed-bucket', [EDIT, { 'spec.deletionPolicy': 'Orphan' }]],

  // Removals leave no author.
  ['deployment-full', [EDIT, { [`${MAIN}.env[name=A]`]: null }]],
  ['deployment-full', [EDIT, { 'spec.template.spec.volumes[name=h]': null }]],
  ['deployment-full', [EDIT, { [`${MAIN}.livenessProbe`]: null }]],
  ['configmap', [EDIT, { 'data.a': null }]],
  ['configmap', [LABEL, { 'metadata.labels.team': null }]],
  ['service', [EDIT, { 'spec.ports[port=53,protocol=UDP]': null }]],
  ['database', [PATCH, { 'spec.parameters.region': null }]],
  ['database', [EDIT, { 'spec.parameters.zones[="a"]': null }]],

  // Applied by a person.
  ['configmap', [APPLY_BY_HAND, { 'data.a': '3', 'data.more': 'y' }]],
  ['deployment-full', [APPLY_BY_HAND, { 'spec.replicas': 6 }]],
  ['deployment-full', [APPLY_SERVER_SIDE, { 'spec.replicas': 6 }]],
  ['database', [APPLY_SERVER_SIDE, { 'spec.parameters.size': 'huge' }]],

  // Several writers: the last one of each field counts.
  [
    'deployment-full',
    [EDIT, { 'spec.replicas': 5 }],
    [K9S, { 'spec.replicas': 6 }],
  ],
  [
    'deployment-full',
    [EDIT, { 'spec.replicas': 5 }],
    [SET, { [`${MAIN}.image`]: 'app:3' }],
  ],
  [
    'deployment-full',
    [EDIT, { 'spec.replicas': 5 }],
    [AUTOSCALER, { 'spec.replicas': 8 }],
  ],
  [
    'deployment-full',
    [AUTOSCALER, { 'spec.replicas': 8 }],
    [SCALE, { 'spec.replicas': 5 }],
  ],
  [
    'deployment-full',
    [EDIT, { 'spec.replicas': 5 }],
    [EDIT, { 'spec.replicas': 2 }],
  ],
  ['configmap', [EDIT, { 'data.a': '2' }], [CONTROLLER, { 'data.a': '3' }]],
  [
    'database',
    [EDIT, { 'spec.parameters.size': 'x' }],
    [CONTROLLER, { 'spec.parameters.size': 'large' }],
  ],

  // Controllers, autoscalers, Crossplane: what they add is theirs.
  ['deployment-full', [AUTOSCALER, { 'spec.replicas': 9 }]],
  [
    'deployment-full',
    [
      CONTROLLER,
      { 'metadata.annotations["deployment.kubernetes.io/revision"]': '1' },
    ],
  ],
  ['deployment-full', [CONTROLLER, { [`${MAIN}.image`]: 'app:patched' }]],
  ['worker', [AUTOSCALER, { 'spec.replicas': 9 }]],
  ['worker', [SCALE, { 'spec.replicas': 9 }]],
  [
    'service-load-balancer',
    [
      CONTROLLER,
      {
        'metadata.finalizers': ['service.kubernetes.io/load-balancer-cleanup'],
      },
    ],
  ],
  ['configmap', [CI, { 'data.a': 'built' }]],
  ['configmap', [CI, { 'data.build': '7' }]],
  [
    'database',
    [
      CROSSPLANE,
      {
        'spec.crossplane.compositionRef': { name: 'db' },
        'spec.crossplane.compositionRevisionRef': { name: 'db-1' },
        'spec.crossplane.compositionUpdatePolicy': 'Automatic',
        'metadata.finalizers': ['composite.apiextensions.crossplane.io'],
        'metadata.labels["crossplane.io/composite"]': 'database',
      },
    ],
  ],
  [
    'database',
    [
      COMPOSER,
      {
        'spec.crossplane.resourceRefs': [
          { apiVersion: 'v1', kind: 'ConfigMap', name: 'x' },
        ],
      },
    ],
  ],
  [
    'legacy-bucket',
    [
      CROSSPLANE,
      {
        'spec.compositionRef': { name: 'b' },
        'spec.resourceRefs': [{ apiVersion: 'v1', kind: 'Secret', name: 'x' }],
        'spec.claimRef': { name: 'b', namespace: 'team' },
      },
    ],
  ],
  ['legacy-bucket', [EDIT, { 'spec.compositionUpdatePolicy': 'Manual' }]],
  [
    'managed-bucket',
    [
      PROVIDER,
      {
        'spec.forProvider.acl': 'private',
        'spec.forProvider.rules': [{ id: 'a', days: 3 }],
        'metadata.annotations["crossplane.io/external-name"]': 'bucket-x1',
        'metadata.finalizers': ['finalizer.managedresource.crossplane.io'],
      },
    ],
  ],
  ['managed-bucket', [PROVIDER, { 'spec.forProvider.region': 'us-1' }]],

  // What operating a cluster leaves behind.
  [
    'deployment-full',
    [
      ANNOTATE,
      { 'metadata.annotations["argocd.argoproj.io/tracking-id"]': 'a:b:c' },
    ],
  ],

  // Argo CD syncs over what people did.
  ['configmap', [EDIT, { 'data.a': '2' }], [SYNC, { 'data.a': '1' }]],
];
