import { JsonObject } from '@backstage/types';

export const MERGE = 'application/merge-patch+json';
export const JSON_PATCH = 'application/json-patch+json';
export const STRATEGIC = 'application/strategic-merge-patch+json';
export const APPLY = 'application/apply-patch+yaml';

export function configMap(name: string, data: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
}

export function deployment(name: string, spec: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: { app: name } },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name: 'main',
              image: 'registry.acme.example/app:1.0.0',
              ports: [{ containerPort: 8080 }],
            },
          ],
        },
      },
      ...spec,
    },
  };
}

const parameters: JsonObject = {
  type: 'object',
  required: ['size'],
  properties: {
    size: { type: 'string', enum: ['small', 'large'] },
    version: { type: 'string', default: '7.0' },
    replicas: { type: 'integer', minimum: 1, maximum: 6 },
    users: {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          role: { type: 'string', default: 'reader' },
        },
      },
    },
    zones: {
      type: 'array',
      'x-kubernetes-list-type': 'set',
      items: { type: 'string' },
    },
    steps: {
      type: 'array',
      items: {
        type: 'object',
        properties: { weight: { type: 'integer' }, pause: { type: 'string' } },
      },
    },
  },
};

/** A custom kind with defaults, keyed lists, status and scale. */
export const CACHE_CRD: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'caches.contract.acme.example' },
  spec: {
    group: 'contract.acme.example',
    scope: 'Namespaced',
    names: { plural: 'caches', kind: 'Cache' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: {
          status: {},
          scale: {
            specReplicasPath: '.spec.parameters.replicas',
            statusReplicasPath: '.status.replicas',
          },
        },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            required: ['spec'],
            properties: {
              spec: {
                type: 'object',
                required: ['parameters'],
                properties: { parameters },
              },
              status: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
          },
        },
      },
    ],
  },
};

export const CACHES = '/apis/contract.acme.example/v1';

export function cache(name: string, values: JsonObject): JsonObject {
  return {
    apiVersion: 'contract.acme.example/v1',
    kind: 'Cache',
    metadata: { name },
    spec: { parameters: values },
  };
}
