import { JsonObject } from '../../fields';
import { HealthStatus } from '..';

type Condition = Record<string, string | number>;

/** A status condition. */
export function condition(type: string, status: string, rest: Condition = {}) {
  return { type, status, ...rest };
}

function object(
  apiVersion: string,
  kind: string,
  rest: Record<string, unknown> = {},
): JsonObject {
  return {
    apiVersion,
    kind,
    metadata: { name: 'it', namespace: 'dev' },
    ...rest,
  } as JsonObject;
}

/** An object with conditions and nothing else. */
export function withConditions(
  apiVersion: string,
  kind: string,
  ...conditions: Condition[]
) {
  return object(apiVersion, kind, { status: { conditions } });
}

/** A kind that only its conditions tell to be Crossplane's. */
export const XR = ['platform.company.com/v1alpha1', 'XRedisCache'] as const;

/** Title, object, status and words of the message. */
export const STATES: Array<[string, JsonObject, HealthStatus, string]> = [
  [
    'Deployment whose pods cannot be created',
    object('apps/v1', 'Deployment', {
      spec: { replicas: 1 },
      status: {
        updatedReplicas: 1,
        replicas: 1,
        conditions: [
          condition('ReplicaFailure', 'True', { message: 'quota exceeded' }),
        ],
      },
    }),
    'Degraded',
    'quota exceeded',
  ],
  [
    'Deployment with old replicas left',
    object('apps/v1', 'Deployment', {
      spec: { replicas: 2 },
      status: { replicas: 3, updatedReplicas: 2, availableReplicas: 2 },
    }),
    'Progressing',
    '1 old replicas',
  ],
  [
    'StatefulSet between two revisions',
    object('apps/v1', 'StatefulSet', {
      spec: { replicas: 1 },
      status: {
        observedGeneration: 1,
        readyReplicas: 1,
        currentRevision: 'a',
        updateRevision: 'b',
      },
    }),
    'Progressing',
    'revision b',
  ],
  [
    'DaemonSet with OnDelete is never waiting',
    object('apps/v1', 'DaemonSet', {
      spec: { updateStrategy: { type: 'OnDelete' } },
      status: { desiredNumberScheduled: 3, updatedNumberScheduled: 1 },
    }),
    'Healthy',
    '1 out of 3',
  ],
  [
    'Pod with an init container in back-off',
    object('v1', 'Pod', {
      spec: { restartPolicy: 'Always' },
      status: {
        phase: 'Pending',
        initContainerStatuses: [
          {
            name: 'migrate',
            state: {
              waiting: { reason: 'CrashLoopBackOff', message: 'back-off 40s' },
            },
          },
        ],
      },
    }),
    'Degraded',
    'back-off 40s',
  ],
  [
    'Job that is suspended now',
    withConditions('batch/v1', 'Job', condition('Suspended', 'True')),
    'Suspended',
    'suspended',
  ],
  [
    'CronJob whose last run failed',
    object('batch/v1', 'CronJob', {
      status: {
        lastScheduleTime: '2026-03-02T03:00:00Z',
        lastSuccessfulTime: '2026-03-01T03:00:20Z',
      },
    }),
    'Degraded',
    'not completed',
  ],
  [
    'volume that is lost',
    object('v1', 'PersistentVolumeClaim', { status: { phase: 'Lost' } }),
    'Degraded',
    'lost',
  ],
  [
    'HPA v1 keeps its conditions in an annotation',
    object('autoscaling/v1', 'HorizontalPodAutoscaler', {
      metadata: {
        name: 'web',
        annotations: {
          'autoscaling.alpha.kubernetes.io/conditions':
            '[{"type":"AbleToScale","status":"False","reason":"FailedGetScale","message":"no such scale"}]',
        },
      },
    }),
    'Degraded',
    'no such scale',
  ],
  [
    'HPA v1 with a broken annotation',
    object('autoscaling/v1', 'HorizontalPodAutoscaler', {
      metadata: {
        name: 'web',
        annotations: { 'autoscaling.alpha.kubernetes.io/conditions': '[{' },
      },
    }),
    'Unknown',
    'cannot be read',
  ],
  [
    'XR that is not ready for a reason of its own',
    withConditions(
      ...XR,
      condition('Synced', 'True'),
      condition('Ready', 'False', { reason: 'Unavailable' }),
    ),
    'Degraded',
    'Unavailable',
  ],
  [
    'XR whose readiness is not known',
    withConditions(
      ...XR,
      condition('Synced', 'True'),
      condition('Ready', 'Unknown'),
    ),
    'Progressing',
    'not known',
  ],
  [
    'XR in Crossplane v2 form without a status is waited for',
    object(...XR, { spec: { crossplane: {} } }),
    'Progressing',
    'Ready',
  ],
  [
    'managed resource whose last operation failed',
    withConditions(
      'rds.aws.m.upbound.io/v1beta1',
      'Instance',
      condition('Synced', 'True'),
      condition('Ready', 'True'),
      condition('LastAsyncOperation', 'False', { message: 'quota' }),
    ),
    'Degraded',
    'quota',
  ],
  [
    'stuck deletion',
    object(...XR, {
      metadata: {
        name: 'it',
        deletionTimestamp: '2026-03-01T10:00:00Z',
        finalizers: ['x'],
      },
      status: {
        conditions: [
          condition('Synced', 'False', {
            reason: 'ReconcileError',
            message: 'cannot delete',
          }),
        ],
      },
    }),
    'Degraded',
    'cannot delete',
  ],
  [
    'hook that waits for the sync to end is not being deleted',
    object('batch/v1', 'Job', {
      metadata: {
        name: 'it',
        deletionTimestamp: '2026-03-01T10:00:00Z',
        finalizers: ['argocd.argoproj.io/hook-finalizer'],
      },
      status: { conditions: [condition('Complete', 'True')] },
    }),
    'Healthy',
    'completed',
  ],
  [
    'package whose revision is not healthy',
    withConditions(
      'pkg.crossplane.io/v1',
      'Function',
      condition('Installed', 'True'),
      condition('Healthy', 'False', { reason: 'UnhealthyPackageRevision' }),
    ),
    'Degraded',
    'UnhealthyPackageRevision',
  ],
  [
    'package revision has no Installed',
    withConditions(
      'pkg.crossplane.io/v1',
      'ProviderRevision',
      condition('RevisionHealthy', 'True'),
      condition('RuntimeHealthy', 'True'),
    ),
    'Healthy',
    'healthy',
  ],
  [
    'XRD that is not established',
    withConditions(
      'apiextensions.crossplane.io/v1',
      'CompositeResourceDefinition',
      condition('Established', 'False', { message: 'name conflict' }),
    ),
    'Degraded',
    'name conflict',
  ],
  [
    'Application whose health is older than its last sync',
    object('argoproj.io/v1alpha1', 'Application', {
      status: {
        reconciledAt: '2026-03-01T09:59:00Z',
        operationState: { finishedAt: '2026-03-01T10:00:00Z' },
        health: { status: 'Healthy' },
        resources: [{ kind: 'Service' }],
      },
    }),
    'Unknown',
    'last operation',
  ],
  [
    'Application with an error from before its last sync',
    object('argoproj.io/v1alpha1', 'Application', {
      status: {
        reconciledAt: '2026-03-01T09:59:00Z',
        operationState: { finishedAt: '2026-03-01T10:00:00Z' },
        conditions: [{ type: 'ComparisonError', message: 'no such path' }],
      },
    }),
    'Unknown',
    'last operation',
  ],
  [
    'Application with resources says what Argo CD says',
    object('argoproj.io/v1alpha1', 'Application', {
      status: {
        health: { status: 'Progressing' },
        resources: [{ kind: 'Service' }],
      },
    }),
    'Progressing',
    'Progressing',
  ],
  [
    'Rollout that the controller has not seen yet',
    object('argoproj.io/v1alpha1', 'Rollout', {
      metadata: { name: 'it', generation: 3 },
      status: { observedGeneration: '2', phase: 'Healthy' },
    }),
    'Progressing',
    'to be observed',
  ],
  [
    'CompositionRevision of a release that sets no conditions',
    withConditions('apiextensions.crossplane.io/v1', 'CompositionRevision'),
    'Healthy',
    'exists',
  ],
  [
    'Provider that can neither be unpacked nor run',
    withConditions(
      'pkg.crossplane.io/v1',
      'Provider',
      condition('Installed', 'False', {
        reason: 'UnpackingPackage',
        message: 'no such image',
      }),
      condition('Healthy', 'True', { reason: 'HealthyPackageRevision' }),
    ),
    'Degraded',
    'UnpackingPackage HealthyPackageRevision: no such image',
  ],
  [
    'unknown kind whose controller is behind',
    object('example.com/v1', 'Widget', {
      metadata: { name: 'it', generation: 3 },
      status: { observedGeneration: 2 },
    }),
    'Progressing',
    'generation',
  ],
];
