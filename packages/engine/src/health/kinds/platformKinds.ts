import { JsonObject } from '../../fields';
import { Health } from '../types';
import { health, numberAt } from '../view';
import { ConditionRule, byConditions, ready } from './byConditions';

type Check = (object: JsonObject) => Health;

/** Nothing is believed before the newest generation was reconciled. */
function reconciled(check: Check): Check {
  return object => {
    const generation = numberAt(object, 'metadata', 'generation');
    const observed = numberAt(object, 'status', 'observedGeneration');
    return generation !== undefined &&
      observed !== undefined &&
      observed !== generation
      ? health(
          'Progressing',
          'Waiting for reconciliation (generation mismatch)',
        )
      : check(object);
  };
}

const capsule = (kind: string, ...first: ConditionRule[]) =>
  [
    `capsule.clastix.io/${kind}`,
    reconciled(
      byConditions({
        waiting: 'Waiting for Ready condition',
        rules: [
          ...(first.length > 0 ? [first] : []),
          [
            { type: 'Ready', is: 'False', then: 'Degraded' },
            { type: 'Ready', is: 'True', then: 'Healthy' },
          ],
        ],
      }),
    ),
  ] as const;

const networkPolicy = byConditions({
  waiting: 'Waiting for policy to be applied',
  rules: [
    [
      { type: 'Available', is: 'True', then: 'Healthy' },
      { type: 'Degraded', is: 'True', then: 'Degraded' },
      { type: 'Progressing', is: 'True', then: 'Progressing' },
      { type: 'Ignored', is: 'True', then: 'Suspended' },
    ],
  ],
});

const kiali = byConditions({
  waiting: 'Waiting for Kiali',
  rules: [
    [
      { type: 'Successful', is: 'True', then: 'Healthy' },
      { type: 'Failure', is: 'True', then: 'Degraded' },
      { type: 'Running', reason: 'Running', then: 'Progressing' },
    ],
  ],
});

const coralogix = ready('Waiting for status to be updated', 'RemoteSynced');

/** Kinds of tools that platform teams run, as in Argo CD's checks. */
export const PLATFORM_KINDS: ReadonlyArray<readonly [string, Check]> = [
  ...[
    'CapsuleConfiguration',
    'CustomQuota',
    'GlobalCustomQuota',
    'GlobalProxySettings',
    'ProxySetting',
    'TenantOwner',
  ].map(kind => capsule(kind)),
  ['coralogix.com/Alert', coralogix],
  ['coralogix.com/RecordingRuleGroupSet', coralogix],
  ['kiali.io/Kiali', kiali],
  ['nmstate.io/NodeNetworkConfigurationPolicy', networkPolicy],
];
