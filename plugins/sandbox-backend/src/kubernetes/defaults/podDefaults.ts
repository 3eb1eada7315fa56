import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, listAt, mapAt, textAt } from '../objects';

/** Fills in what is missing; values that are there stay. */
export function fill(
  object: JsonObject | undefined,
  defaults: JsonObject,
): JsonObject {
  return { ...defaults, ...(object ?? {}) };
}

/** Changes the value at a key if there is one. */
export function withField(
  object: JsonObject,
  key: string,
  change: (value: JsonObject) => JsonObject,
): JsonObject {
  const value = mapAt(object, key);
  return value ? { ...object, [key]: change(value) } : object;
}

/** Changes every mapping of the list at a key if there is one. */
export function withItems(
  object: JsonObject,
  key: string,
  change: (item: JsonObject) => JsonObject,
): JsonObject {
  if (!Array.isArray(object[key])) return object;
  return {
    ...object,
    [key]: listAt(object, key).map(item => (isMap(item) ? change(item) : item)),
  };
}

function probe(value: JsonObject): JsonObject {
  return withField(
    fill(value, {
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    }),
    'httpGet',
    get => fill(get, { path: '/', scheme: 'HTTP' }),
  );
}

function pullPolicy(image: string | undefined): string {
  const name = image?.split('/').pop() ?? '';
  if (name.includes('@')) return 'IfNotPresent';
  return !name.includes(':') || name.endsWith(':latest')
    ? 'Always'
    : 'IfNotPresent';
}

function container(value: JsonObject): JsonObject {
  let result = fill(value, {
    imagePullPolicy: pullPolicy(textAt(value, 'image')),
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
  result = withItems(result, 'ports', port => fill(port, { protocol: 'TCP' }));
  result = withItems(result, 'env', variable =>
    withField(variable, 'valueFrom', source =>
      withField(source, 'fieldRef', ref => fill(ref, { apiVersion: 'v1' })),
    ),
  );
  for (const key of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    result = withField(result, key, probe);
  }
  return result;
}

function volume(value: JsonObject): JsonObject {
  const mode: JsonValue = 420;
  let result = value;
  for (const key of ['configMap', 'secret', 'projected', 'downwardAPI']) {
    result = withField(result, key, source =>
      fill(source, { defaultMode: mode }),
    );
  }
  return result;
}

/** Defaults of a pod's spec where it is a template. */
export function podDefaults(spec: JsonObject): JsonObject {
  let result = fill(spec, {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
  });
  if (typeof result.serviceAccountName === 'string') {
    result = fill(result, { serviceAccount: result.serviceAccountName });
  }
  for (const key of ['containers', 'initContainers']) {
    result = withItems(result, key, container);
  }
  return withItems(result, 'volumes', volume);
}
