import { JsonObject } from '@backstage/types';
import {
  isMap,
  KubeObject,
  listAt,
  mapAt,
  sameJson,
  textAt,
  valueAt,
} from '../objects';
import { validateValue } from '../schema/validateValue';
import { Cause, invalid } from '../status';
import { Resource } from '../types/Resource';

const DNS_NAME =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
/** RBAC names may hold almost anything. */
const PATH_NAMES = new Set(['rbac.authorization.k8s.io']);

function metadataCauses(object: KubeObject, resource: Resource): Cause[] {
  const causes: Cause[] = [];
  const { name, labels } = object.metadata;
  if (
    !PATH_NAMES.has(resource.group) &&
    (!DNS_NAME.test(name) || name.length > 253)
  ) {
    causes.push({
      field: 'metadata.name',
      message: `Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
    });
  }
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (
      typeof value !== 'string' ||
      value.length > 63 ||
      !LABEL_VALUE.test(value)
    ) {
      causes.push({
        field: 'metadata.labels',
        message: `Invalid value: ${JSON.stringify(
          value,
        )}: the value of label ${key} is not valid`,
      });
    }
  }
  return causes;
}

function workloadCauses(object: KubeObject): Cause[] {
  const causes: Cause[] = [];
  const selector = mapAt(object, 'spec', 'selector', 'matchLabels');
  const labels = mapAt(object, 'spec', 'template', 'metadata', 'labels') ?? {};
  if (!mapAt(object, 'spec', 'selector')) {
    causes.push({
      field: 'spec.selector',
      message: 'Required value',
      reason: 'FieldValueRequired',
    });
  }
  for (const [key, value] of Object.entries(selector ?? {})) {
    if (labels[key] !== value) {
      causes.push({
        field: 'spec.template.metadata.labels',
        message: `Invalid value: ${JSON.stringify(
          labels,
        )}: \`selector\` does not match template \`labels\``,
      });
      break;
    }
  }
  const replicas = valueAt(object, 'spec', 'replicas');
  if (
    replicas !== undefined &&
    (typeof replicas !== 'number' || replicas < 0)
  ) {
    causes.push({
      field: 'spec.replicas',
      message: `Invalid value: ${JSON.stringify(
        replicas,
      )}: must be greater than or equal to 0`,
    });
  }
  for (const container of listAt(
    object,
    'spec',
    'template',
    'spec',
    'containers',
  )) {
    if (isMap(container) && !textAt(container, 'image')) {
      causes.push({
        field: `spec.template.spec.containers[${textAt(
          container,
          'name',
        )}].image`,
        message: 'Required value',
        reason: 'FieldValueRequired',
      });
    }
  }
  return causes;
}

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Refuses with Invalid what the API server would not keep. */
export function validate(
  object: KubeObject,
  resource: Resource,
  live?: KubeObject,
): void {
  const causes = metadataCauses(object, resource);
  if (resource.schema) {
    const { apiVersion: _a, kind: _k, metadata: _m, ...rest } = object;
    causes.push(...validateValue(rest as JsonObject, resource.schema, ''));
  } else if (resource.group === 'apps' && WORKLOADS.has(resource.kind)) {
    causes.push(...workloadCauses(object));
    const before = valueAt(live, 'spec', 'selector');
    if (live && !sameJson(before, valueAt(object, 'spec', 'selector'))) {
      causes.push({
        field: 'spec.selector',
        message: 'Invalid value: field is immutable',
      });
    }
  }
  const added = (object.metadata.finalizers ?? []).filter(
    finalizer => !live?.metadata.finalizers?.includes(finalizer),
  );
  if (live?.metadata.deletionTimestamp && added.length > 0) {
    causes.push({
      field: 'metadata.finalizers',
      reason: 'FieldValueForbidden',
      message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers ${JSON.stringify(
        added,
      )}`,
    });
  }
  if (causes.length > 0) throw invalid(resource, object.metadata.name, causes);
}
