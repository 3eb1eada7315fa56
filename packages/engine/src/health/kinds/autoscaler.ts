import { Json, JsonObject, isList, isObject } from '../../fields';
import { Health } from '../types';
import { Condition, conditionsOf, health, healthBy, textAt } from '../view';

const V1_CONDITIONS = 'autoscaling.alpha.kubernetes.io/conditions';

const DEGRADED: ReadonlySet<string> = new Set([
  'AbleToScale/FailedGetScale',
  'AbleToScale/FailedUpdateScale',
  'ScalingActive/FailedComputeMetricsReplicas',
  'ScalingActive/FailedGetExternalMetric',
  'ScalingActive/FailedGetObjectMetric',
  'ScalingActive/FailedGetPodsMetric',
  'ScalingActive/FailedGetResourceMetric',
  'ScalingActive/InvalidSelector',
]);

/** autoscaling/v1 has its conditions as JSON in an annotation. */
function v1Conditions(object: JsonObject): readonly Condition[] | undefined {
  const text = textAt(object, 'metadata', 'annotations', V1_CONDITIONS);
  if (!text) return [];
  try {
    const conditions: Json = JSON.parse(text);
    return conditionsOf({ status: { conditions } }).slice(
      0,
      isList(conditions) ? conditions.filter(isObject).length : 0,
    );
  } catch {
    return undefined;
  }
}

/** As Argo CD: what it cannot do counts before what it can. */
export function autoscalerHealth(object: JsonObject): Health {
  const conditions =
    textAt(object, 'apiVersion') === 'autoscaling/v1'
      ? v1Conditions(object)
      : conditionsOf(object);
  if (!conditions) {
    return health('Unknown', 'The conditions annotation cannot be read');
  }
  const bad = conditions.find(item =>
    DEGRADED.has(`${item.type}/${item.reason}`),
  );
  if (bad) return healthBy('Degraded', bad, 'The autoscaler cannot work');
  const good = conditions.find(
    item =>
      (item.type === 'AbleToScale' || item.type === 'ScalingLimited') &&
      item.status === 'True',
  );
  if (good) return healthBy('Healthy', good, 'The autoscaler works');
  return health('Progressing', 'Waiting to Autoscale');
}
