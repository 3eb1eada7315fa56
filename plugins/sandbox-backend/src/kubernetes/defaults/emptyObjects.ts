import { JsonObject } from '@backstage/types';

const POD_TEMPLATE: JsonObject = { metadata: {}, spec: { containers: null } };
const WORKLOAD: JsonObject = { selector: null, template: POD_TEMPLATE };

/**
 * The parts of a spec that an object of a built-in kind has even when it is
 * empty. They decide which containers a creator owns: those that were not
 * there before.
 *
 * Source: the non-pointer struct fields of the kinds' Go types, seen in the
 * managedFields that kube-apiserver writes.
 */
const EMPTY_SPECS: Readonly<Record<string, JsonObject>> = {
  'apps/Deployment': { ...WORKLOAD, strategy: {} },
  'apps/StatefulSet': { ...WORKLOAD, updateStrategy: {} },
  'apps/DaemonSet': { ...WORKLOAD, updateStrategy: {} },
  'apps/ReplicaSet': { ...WORKLOAD, template: { ...POD_TEMPLATE } },
  'batch/Job': { template: POD_TEMPLATE },
  'batch/CronJob': {
    schedule: '',
    jobTemplate: { metadata: {}, spec: { template: POD_TEMPLATE } },
  },
  'autoscaling/HorizontalPodAutoscaler': {
    scaleTargetRef: { kind: '', name: '' },
    maxReplicas: 0,
  },
  'networking.k8s.io/NetworkPolicy': { podSelector: {} },
  'apiextensions.k8s.io/CustomResourceDefinition': {
    names: { plural: '', kind: '' },
    group: '',
    scope: '',
    versions: null,
  },
};

/** What an empty object of a kind holds; custom resources hold nothing. */
export function emptyObject(
  group: string,
  kind: string,
  custom: boolean,
): JsonObject {
  if (custom) return {};
  return {
    metadata: {},
    spec: EMPTY_SPECS[`${group}/${kind}`] ?? {},
    status: {},
  };
}
