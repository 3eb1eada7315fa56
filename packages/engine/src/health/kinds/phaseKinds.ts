import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import { byPhase } from './byPhase';

type Entry = readonly [string, (object: JsonObject) => Health];

/** The same verdict for several words. */
function each(
  status: HealthStatus,
  ...words: string[]
): Record<string, HealthStatus> {
  return Object.fromEntries(words.map(word => [word, status]));
}

function acme(kind: string): Entry {
  const name = kind.toLowerCase();
  const check = byPhase({
    field: 'state',
    waiting: `Waiting for ${name}`,
    otherwise: 'Progressing',
    words: {
      valid: 'Healthy',
      ...each('Degraded', 'invalid', 'expired', 'errored'),
    },
    say: Object.fromEntries(
      [
        'pending',
        'ready',
        'processing',
        'valid',
        'invalid',
        'expired',
        'errored',
      ].map(word => [word, `${kind} is ${word}`]),
    ),
    message: 'reason',
  });
  return [`acme.cert-manager.io/${kind}`, check];
}

function velero(kind: string, say: string): Entry {
  const check = byPhase({
    waiting: `Waiting for ${kind.toLowerCase()} to be processed`,
    otherwise: 'Progressing',
    words: {
      Completed: 'Healthy',
      ...each(
        'Degraded',
        'FailedValidation',
        'Failed',
        'PartiallyFailed',
        'WaitingForPluginOperationsPartiallyFailed',
        'FinalizingPartiallyFailed',
      ),
    },
    say: { Completed: say },
    message: 'failureReason',
  });
  return [`velero.io/${kind}`, check];
}

const confluent = (kind: string): Entry => [
  `platform.confluent.io/${kind}`,
  byPhase({
    waiting: `Waiting for ${kind}`,
    otherwise: 'Progressing',
    words: { RUNNING: 'Healthy', PROVISIONING: 'Progressing' },
    say: { RUNNING: `${kind} running`, PROVISIONING: `${kind} provisioning` },
  }),
];

const percona = (words: Record<string, HealthStatus>) =>
  byPhase({
    field: 'state',
    waiting: 'Cluster status is unknown',
    absent: 'Unknown',
    otherwise: 'Unknown',
    words: {
      initializing: 'Progressing',
      ready: 'Healthy',
      error: 'Degraded',
      ...words,
    },
  });

/** Kinds of which one word in the status decides, as in Argo CD's checks. */
export const PHASE_KINDS: readonly Entry[] = [
  [
    'acid.zalan.do/postgresql',
    byPhase({
      field: 'PostgresClusterStatus',
      waiting: 'Waiting for postgres cluster status...',
      otherwise: 'Degraded',
      words: {
        Running: 'Healthy',
        ...each('Progressing', 'Creating', 'Updating'),
      },
    }),
  ],
  acme('Challenge'),
  acme('Order'),
  [
    'argoproj.io/AnalysisRun',
    byPhase({
      waiting:
        'Waiting for analysis run to finish: status has not been reconciled.',
      otherwise: 'Unknown',
      words: {
        ...each('Progressing', 'Pending', 'Running'),
        Successful: 'Healthy',
        ...each('Degraded', 'Failed', 'Error'),
        Inconclusive: 'Unknown',
      },
      say: {
        Pending: 'Analysis run is running',
        Running: 'Analysis run is running',
        Successful: 'Analysis run completed successfully',
        Failed: 'Analysis run failed',
        Error: 'Analysis run had an error',
        Inconclusive: 'Analysis run was inconclusive',
      },
      message: 'message',
    }),
  ],
  [
    'argoproj.io/Experiment',
    byPhase({
      waiting:
        'Waiting for experiment to finish: status has not been reconciled.',
      otherwise: 'Unknown',
      words: {
        ...each('Progressing', 'Pending', 'Running'),
        Successful: 'Healthy',
        ...each('Degraded', 'Failed', 'Error'),
      },
      say: {
        Pending: 'Experiment is pending',
        Running: 'Experiment is running',
        Successful: 'Experiment is successful',
        Failed: 'Experiment has failed',
        Error: 'Experiment had an error',
      },
    }),
  ],
  [
    'install.istio.io/IstioOperator',
    byPhase({
      field: 'status',
      waiting: 'Waiting for Istio Control Plane',
      otherwise: 'Progressing',
      words: {
        NONE: 'Unknown',
        ...each('Progressing', 'UPDATING', 'RECONCILING'),
        HEALTHY: 'Healthy',
        ERROR: 'Degraded',
      },
      say: {
        NONE: 'Component is not present.',
        HEALTHY: 'Component is healthy.',
        ERROR: 'Component is in an error state.',
      },
    }),
  ],
  [
    'jaegertracing.io/Jaeger',
    byPhase({
      waiting: 'Waiting for Jaeger',
      otherwise: 'Progressing',
      words: { Running: 'Healthy', Failed: 'Degraded' },
      say: { Running: 'Jaeger is Running' },
    }),
  ],
  [
    'logstash.k8s.elastic.co/Logstash',
    byPhase({
      field: 'health',
      waiting: 'Waiting for Logstash',
      otherwise: 'Progressing',
      words: { green: 'Healthy', yellow: 'Progressing', red: 'Degraded' },
      say: {
        green: 'Logstash status is Green',
        yellow: 'Logstash status is Yellow',
        red: 'Logstash status is Red',
      },
    }),
  ],
  [
    'minio.min.io/Tenant',
    byPhase({
      field: 'currentState',
      waiting: 'No status info available',
      otherwise: 'Progressing',
      words: {
        Initialized: 'Healthy',
        ...each(
          'Degraded',
          'Statefulset not controlled by operator',
          'Another MinIO Tenant already exists in the namespace',
          'Tenant credentials are not set properly',
          'Different versions across MinIO Pools',
          'Pool Decommissioning Not Allowed',
        ),
      },
    }),
  ],
  [
    'objectbucket.io/ObjectBucketClaim',
    byPhase({
      waiting: 'Waiting for status to be reported',
      otherwise: 'Progressing',
      words: { Bound: 'Healthy', Failed: 'Degraded' },
    }),
  ],
  ...['Connect', 'ControlCenter', 'Kafka', 'KsqlDB', 'SchemaRegistry'].map(
    confluent,
  ),
  confluent('Zookeeper'),
  [
    'postgresql.cnpg.io/Backup',
    byPhase({
      waiting: 'Waiting for backup to be processed',
      otherwise: 'Progressing',
      words: {
        completed: 'Healthy',
        ...each(
          'Degraded',
          'failed',
          'walArchivingFailing',
          'invalid backup definition',
        ),
      },
      say: { completed: 'Backup completed' },
      message: 'error',
    }),
  ],
  [
    'psmdb.percona.com/PerconaServerMongoDB',
    percona({ stopping: 'Progressing', paused: 'Suspended' }),
  ],
  [
    'pxc.percona.com/PerconaXtraDBCluster',
    percona({ stopping: 'Degraded', paused: 'Unknown' }),
  ],
  velero('Backup', 'Backup completed'),
  velero('Restore', 'Restore completed'),
  [
    'velero.io/Schedule',
    byPhase({
      waiting: 'Waiting for schedule to be processed',
      otherwise: 'Progressing',
      words: { Enabled: 'Healthy', FailedValidation: 'Degraded' },
      say: {
        Enabled: 'Schedule is enabled',
        FailedValidation: 'Schedule failed validation',
      },
    }),
  ],
];
