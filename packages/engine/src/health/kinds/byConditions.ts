import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import {
  Condition,
  at,
  conditionsOf,
  health,
  healthBy,
  numberAt,
  textAt,
} from '../view';

/** What one condition says of an object. */
export interface ConditionRule {
  readonly type: string;
  /** Any status, if left out. */
  readonly is?: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly then: HealthStatus;
  /** Said instead of the condition's own message. */
  readonly say?: string;
}

/** How the conditions of a kind are read. */
export interface ConditionCheck {
  /** Said while no rule matches. */
  readonly waiting: string;
  /** The verdict while no rule matches; Progressing, if left out. */
  readonly otherwise?: HealthStatus;
  /** A field of spec that, when true, tells the controller to stand still. */
  readonly paused?: string;
  /** Conditions of another generation are passed over. */
  readonly current?: boolean;
  /**
   * The first condition for which a rule holds decides. Of several lists the
   * first goes through all conditions before the second is looked at.
   */
  readonly rules: readonly (readonly ConditionRule[])[];
}

function matches(rule: ConditionRule, condition: Condition): boolean {
  return (
    rule.type === condition.type &&
    (rule.is === undefined || rule.is === condition.status) &&
    (rule.reason === undefined || rule.reason === condition.reason)
  );
}

/** A check that reads the conditions of an object by rules. */
export function byConditions(
  check: ConditionCheck,
): (object: JsonObject) => Health {
  return object => {
    if (check.paused && at(object, 'spec', check.paused) === true) {
      return health('Suspended', `${textAt(object, 'kind')} is suspended`);
    }
    const generation = numberAt(object, 'metadata', 'generation');
    const conditions = conditionsOf(object).filter(
      item => !check.current || item.observedGeneration === generation,
    );
    for (const rules of check.rules) {
      for (const condition of conditions) {
        const rule = rules.find(item => matches(item, condition));
        if (!rule) continue;
        const found = healthBy(
          rule.then,
          condition,
          condition.reason || `${condition.type} is ${condition.status}`,
        );
        return rule.say === undefined ? found : { ...found, message: rule.say };
      }
    }
    return health(check.otherwise ?? 'Progressing', check.waiting);
  };
}

/** True is healthy, False is degraded, anything else is waited for. */
export function ready(
  waiting: string,
  type = 'Ready',
): (object: JsonObject) => Health {
  const rules: ConditionRule[] = [
    { type, is: 'True', then: 'Healthy' },
    { type, is: 'False', then: 'Degraded' },
  ];
  return byConditions({ waiting, rules: [rules] });
}

/** True is healthy, anything else is degraded once the condition is there. */
export function readyOrDegraded(
  waiting: string,
  type = 'Ready',
): (object: JsonObject) => Health {
  const rules: ConditionRule[] = [
    { type, is: 'True', then: 'Healthy' },
    { type, then: 'Degraded' },
  ];
  return byConditions({ waiting, rules: [rules] });
}
