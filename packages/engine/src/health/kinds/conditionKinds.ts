import { JsonObject } from '../../fields';
import { Health } from '../types';
import {
  ConditionRule,
  byConditions,
  ready,
  readyOrDegraded,
} from './byConditions';

type Entry = readonly [string, (object: JsonObject) => Health];

function strimzi(kind: string, waiting: string): Entry {
  const harmless: ConditionRule[] =
    kind === 'Kafka'
      ? [
          {
            type: 'NotReady',
            reason: 'Creating',
            then: 'Progressing',
            say: `Waiting for ${waiting}`,
          },
        ]
      : [];
  const rules: ConditionRule[] = [
    ...harmless,
    { type: 'NotReady', is: 'True', then: 'Degraded' },
    { type: 'Ready', is: 'True', then: 'Healthy' },
  ];
  const check = byConditions({
    waiting: `Waiting for ${waiting}`,
    rules: [rules],
  });
  return [`kafka.strimzi.io/${kind}`, check];
}

function rabbit(kind: string): Entry {
  const name = kind.toLowerCase();
  const rules: ConditionRule[] = [
    {
      type: 'Ready',
      is: 'True',
      reason: 'SuccessfulCreateOrUpdate',
      then: 'Healthy',
      say: `RabbitMQ ${name} ready`,
    },
    {
      type: 'Ready',
      is: 'False',
      reason: 'FailedCreateOrUpdate',
      then: 'Degraded',
      say: `RabbitMQ ${name} failed to be created or updated`,
    },
  ];
  const check = byConditions({
    waiting: `RabbitMQ ${name} status is unknown`,
    otherwise: 'Unknown',
    rules: [rules],
  });
  return [`rabbitmq.com/${kind}`, check];
}

/** Prometheus, Alertmanager and ThanosRuler of the Prometheus operator. */
const monitoring = byConditions({
  waiting: 'Waiting for initialization',
  rules: [
    [
      {
        type: 'Available',
        is: 'True',
        then: 'Healthy',
        say: 'All instances are available',
      },
      { type: 'Available', reason: 'SomePodsNotReady', then: 'Progressing' },
      { type: 'Available', then: 'Degraded' },
    ],
  ],
});

const tekton = byConditions({
  waiting: 'Waiting for run to start',
  rules: [
    [
      { type: 'Succeeded', is: 'True', then: 'Healthy' },
      { type: 'Succeeded', is: 'False', then: 'Degraded' },
      { type: 'Succeeded', then: 'Progressing' },
    ],
  ],
});

const cronWorkflow = byConditions({
  waiting: 'CronWorkflow is healthy.',
  otherwise: 'Healthy',
  rules: [
    [
      { type: 'SpecError', is: 'True', then: 'Degraded' },
      { type: 'SubmissionError', is: 'True', then: 'Degraded' },
      { type: 'Completed', is: 'True', then: 'Healthy' },
    ],
  ],
});

/** Scaled objects: what is worse first, and paused only once they are ready. */
function keda(waiting: string, worse: ConditionRule) {
  const broken: ConditionRule[] = [
    { type: 'Ready', is: 'False', then: 'Degraded' },
    worse,
  ];
  const good: ConditionRule = { type: 'Ready', is: 'True', then: 'Healthy' };
  const still: ConditionRule = {
    type: 'Paused',
    is: 'True',
    then: 'Suspended',
  };
  const awake = byConditions({ waiting, rules: [broken, [good]] });
  const asleep = byConditions({ waiting, rules: [[still], [good]] });
  return (object: JsonObject): Health => {
    const found = awake(object);
    return found.status === 'Healthy' ? asleep(object) : found;
  };
}

const extensionService = byConditions({
  waiting: 'Waiting for status',
  current: true,
  rules: [
    [
      { type: 'Valid', is: 'True', then: 'Healthy' },
      { type: 'Valid', is: 'False', then: 'Degraded' },
    ],
  ],
});

/** Controllers for AWS write Ready=False while they still work. */
export const awsControllerHealth = byConditions({
  waiting: 'Waiting for resource to be ready',
  rules: [
    [
      { type: 'ACK.Terminal', is: 'True', then: 'Degraded' },
      { type: 'Ready', is: 'False', then: 'Progressing' },
      { type: 'Ready', is: 'True', then: 'Healthy' },
    ],
  ],
});

/** Kinds of which the conditions alone decide, as in Argo CD's checks. */
export const CONDITION_KINDS: readonly Entry[] = [
  [
    'addons.cluster.x-k8s.io/ClusterResourceSet',
    ready('Initializing cluster resource set', 'ResourcesApplied'),
  ],
  ['argoproj.io/CronWorkflow', cronWorkflow],
  ['argoproj.io/EventBus', ready('Waiting for initialization', 'Deployed')],
  ['camel.apache.org/Integration', ready('Waiting for Integration')],
  ['certmanager.k8s.io/Certificate', ready('Waiting for certificate')],
  ['certmanager.k8s.io/Issuer', ready('Initializing issuer')],
  ['k8s.mariadb.com/Database', readyOrDegraded('No status info available')],
  ['k8s.mariadb.com/Grant', readyOrDegraded('No status info available')],
  ['k8s.mariadb.com/User', readyOrDegraded('No status info available')],
  strimzi('Kafka', 'Kafka Cluster'),
  strimzi('KafkaBridge', 'KafkaBridge'),
  strimzi('KafkaConnect', 'Kafka Connect'),
  strimzi('KafkaConnector', 'KafkaConnector'),
  strimzi('KafkaTopic', 'Kafka Topic'),
  strimzi('KafkaUser', 'Kafka User'),
  [
    'karpenter.k8s.aws/EC2NodeClass',
    byConditions({
      waiting: 'Waiting for EC2NodeClass to be ready',
      rules: [
        [
          { type: 'Ready', is: 'False', then: 'Degraded' },
          {
            type: 'Ready',
            is: 'True',
            then: 'Healthy',
            say: 'EC2NodeClass is ready',
          },
        ],
      ],
    }),
  ],
  ['karpenter.sh/NodePool', ready('Waiting for NodePool to be ready')],
  [
    'keda.sh/ScaledJob',
    keda('Waiting for ScaledJob', {
      type: 'Ready',
      is: 'Unknown',
      then: 'Degraded',
    }),
  ],
  [
    'keda.sh/ScaledObject',
    keda('Creating HorizontalPodAutoscaler Object', {
      type: 'Fallback',
      is: 'True',
      then: 'Degraded',
    }),
  ],
  [
    'kyverno.io/ClusterPolicy',
    readyOrDegraded('Waiting for ClusterPolicy to become ready'),
  ],
  ['monitoring.coreos.com/Alertmanager', monitoring],
  ['monitoring.coreos.com/Prometheus', monitoring],
  ['monitoring.coreos.com/ThanosRuler', monitoring],
  [
    'onepassword.com/OnePasswordItem',
    ready('Waiting for controller to report status'),
  ],
  ['projectcontour.io/ExtensionService', extensionService],
  ...[
    'Binding',
    'Exchange',
    'Permission',
    'Policy',
    'Queue',
    'Shovel',
    'User',
    'Vhost',
  ].map(rabbit),
  ['tekton.dev/PipelineRun', tekton],
  ['tekton.dev/TaskRun', tekton],
  [
    'trust.cert-manager.io/Bundle',
    readyOrDegraded('Waiting for Bundle to be synced', 'Synced'),
  ],
];
