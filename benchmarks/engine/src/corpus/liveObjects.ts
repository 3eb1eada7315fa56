import { JsonObject, parseManifests } from '@stagecraft/engine';
import { manifestText } from './manifestText';
import { Random } from './random';
import { randomSettings } from './settings';

type Fields = { [key: string]: unknown };

/** An object in Git and in the cluster. */
export interface LivePair {
  readonly desired: JsonObject;
  readonly live: JsonObject;
  /** A person changed it in the cluster. */
  readonly drifted: boolean;
}

/** What managedFields says of an object that somebody applied. */
function ownedFields(value: unknown): Fields {
  if (Array.isArray(value)) {
    const named = value.filter(item => item?.name !== undefined);
    if (named.length < value.length) return {};
    return Object.fromEntries(
      named.map(item => [
        `k:${JSON.stringify({ name: item.name })}`,
        { '.': {}, ...ownedFields(item) },
      ]),
    );
  }
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [`f:${key}`, ownedFields(item)]),
  );
}

function applied({ metadata, ...rest }: Fields): Fields {
  const { apiVersion: _apiVersion, kind: _kind, ...content } = rest;
  const { labels } = metadata as Fields;
  return ownedFields({ metadata: { labels }, ...content });
}

/** What the API server and controllers add to an object of this kind. */
function fillIn(live: Fields): void {
  const spec = (live.spec ?? {}) as Fields;
  if (live.kind === 'Deployment') {
    Object.assign(spec, {
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 10,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
    });
    const pod = (spec.template as { spec: Fields }).spec;
    Object.assign(pod, {
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
    });
    live.status = { observedGeneration: 1, replicas: spec.replicas };
  }
  if (live.kind === 'Service') {
    Object.assign(spec, {
      clusterIP: '10.96.0.10',
      clusterIPs: ['10.96.0.10'],
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      sessionAffinity: 'None',
      type: 'ClusterIP',
    });
    live.status = { loadBalancer: {} };
  }
}

/** What a person does with `kubectl edit`, and what they own from then on. */
function edit(live: Fields): Fields {
  if (live.kind === 'Deployment') {
    (live.spec as Fields).replicas = 17;
    return { 'f:spec': { 'f:replicas': {} } };
  }
  if (live.kind === 'ConfigMap') {
    (live.data as Fields).WORKERS = 'many';
    return { 'f:data': { 'f:WORKERS': {} } };
  }
  const { labels } = live.metadata as { labels: Fields };
  labels['app.kubernetes.io/part-of'] = 'somebody-else';
  return {
    'f:metadata': { 'f:labels': { 'f:app.kubernetes.io/part-of': {} } },
  };
}

function entry(manager: string, operation: string, fieldsV1: Fields) {
  const time = '2026-11-23T10:00:00Z';
  return { manager, operation, fieldsType: 'FieldsV1', fieldsV1, time };
}

function livePair(desired: JsonObject, index: number, drifted: boolean) {
  const live = structuredClone(desired) as Fields;
  const managedFields = [
    entry('argocd-controller', 'Apply', applied(structuredClone(live))),
  ];
  fillIn(live);
  if (drifted) managedFields.push(entry('kubectl-edit', 'Update', edit(live)));
  Object.assign(live.metadata as Fields, {
    uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    resourceVersion: String(1000 + index),
    creationTimestamp: '2026-11-01T10:00:00Z',
    generation: 1,
    managedFields,
  });
  return { desired, live: live as JsonObject, drifted };
}

/** Objects as a cluster has them; a person changed a tenth of them. */
export function livePairs(count: number): readonly LivePair[] {
  const random = new Random(count);
  return Array.from({ length: count }, (_, index) => {
    const text = manifestText(randomSettings(random, index));
    const [manifest] = parseManifests({ path: 'x.yaml', text }).manifests;
    return livePair(manifest.object, index, random.chance(0.1));
  });
}
