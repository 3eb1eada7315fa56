import { dump } from 'js-yaml';
import { createGitRemote, GitRemote } from './gitRemote';
import { KubeServer } from './kubeServer';

const GROUP = 'platform.company.com';
const API = `${GROUP}/v1alpha1`;

/** Collections of the test cluster. */
export const PATHS = {
  applications: '/apis/argoproj.io/v1alpha1/applications',
  caches: `/apis/${API}/xcaches`,
  maps: '/api/v1/configmaps',
  secrets: '/api/v1/secrets',
} as const;

type Parameters = Record<string, unknown>;

/** A cache of `shop` as Git has it. */
export function cacheYaml(environment: string, parameters: Parameters): string {
  return dump({
    apiVersion: API,
    kind: 'XCache',
    metadata: {
      name: 'sessions',
      namespace: environment,
      labels: { 'app.kubernetes.io/part-of': 'shop' },
    },
    spec: { parameters },
  });
}

/** A Secret of `shop` as Git has it. */
export const SECRET_VALUE = 'c3dvcmRmaXNo';

function secretYaml(environment: string): string {
  return dump({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'shop-keys',
      namespace: environment,
      labels: { 'app.kubernetes.io/part-of': 'shop' },
    },
    data: { api: SECRET_VALUE, web: SECRET_VALUE },
  });
}

function application(environment: string, selfHeal: boolean) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: `infra-${environment}`, namespace: 'argocd' },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://git.example.com/acme/gitops.git',
        targetRevision: 'main',
        path: `environments/${environment}`,
        directory: { recurse: true },
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: environment,
      },
      syncPolicy: { automated: { prune: true, selfHeal } },
    },
  };
}

const XRD = dump({
  apiVersion: 'apiextensions.crossplane.io/v2',
  kind: 'CompositeResourceDefinition',
  metadata: { name: `xcaches.${GROUP}` },
  spec: {
    group: GROUP,
    scope: 'Namespaced',
    names: { kind: 'XCache', plural: 'xcaches' },
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        referenceable: true,
        additionalPrinterColumns: [
          { name: 'Size', type: 'string', jsonPath: '.spec.parameters.size' },
          {
            name: 'Version',
            type: 'string',
            jsonPath: '.spec.parameters.version',
          },
        ],
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  parameters: {
                    type: 'object',
                    required: ['size'],
                    properties: {
                      size: { type: 'string', enum: ['small', 'large'] },
                      version: { type: 'string' },
                      replicas: { type: 'integer' },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
});

/** The file of the cache in an environment. */
export const cacheFile = (environment: string) =>
  `environments/${environment}/cache.yaml`;

/** A repository with two environments and a cluster that holds what it says. */
export class EnvironmentsWorld {
  readonly remote: GitRemote = createGitRemote();
  readonly cluster = new KubeServer()
    .serve('argoproj.io/v1alpha1', {
      plural: 'applications',
      kind: 'Application',
      namespaced: true,
    })
    .serve(API, { plural: 'xcaches', kind: 'XCache', namespaced: true })
    .serve('v1', { plural: 'configmaps', kind: 'ConfigMap', namespaced: true })
    .serve('v1', { plural: 'secrets', kind: 'Secret', namespaced: true });
  #git = new Map<string, Parameters>();

  static async create(): Promise<EnvironmentsWorld> {
    const world = new EnvironmentsWorld();
    world.remote.commit('feat: platform', {
      'platform/xrd.yaml': XRD,
      'argocd/dev.yaml': dump(application('dev', true)),
      'argocd/production.yaml': dump(application('production', false)),
      'environments/dev/keys.yaml': secretYaml('dev'),
      'environments/production/keys.yaml': secretYaml('production'),
    });
    world.commitCache('feat: cache everywhere', {
      dev: { size: 'small', version: '7.0' },
      production: { size: 'large', version: '7.0' },
    });
    world.commitCache('feat: Redis 7.2 (dev)', {
      dev: { size: 'small', version: '7.2' },
    });
    await world.cluster.start();
    world.sync();
    return world;
  }

  /** Commits new parameters of the cache in some environments. */
  commitCache(message: string, caches: Record<string, Parameters>): string {
    for (const [environment, parameters] of Object.entries(caches)) {
      this.#git.set(environment, parameters);
    }
    return this.remote.commit(
      message,
      Object.fromEntries(
        Object.entries(caches).map(([environment, parameters]) => [
          cacheFile(environment),
          cacheYaml(environment, parameters),
        ]),
      ),
    );
  }

  /** Brings the cluster to what Git says, as Argo CD would. */
  sync(): void {
    const revision = this.remote.head();
    for (const [environment, parameters] of this.#git) {
      this.putCache(environment, parameters);
      this.cluster.put(PATHS.secrets, {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'shop-keys',
          namespace: environment,
          labels: { 'app.kubernetes.io/part-of': 'shop' },
        },
        data: { api: SECRET_VALUE, web: SECRET_VALUE },
      });
      this.cluster.put(PATHS.applications, {
        ...application(environment, environment === 'dev'),
        status: {
          sync: { status: 'Synced', revision },
          health: { status: 'Healthy' },
          history: [{ revision, deployedAt: '2026-11-20T10:00:00Z' }],
          resources: [
            {
              group: GROUP,
              kind: 'XCache',
              namespace: environment,
              name: 'sessions',
              status: 'Synced',
              health: { status: 'Healthy' },
            },
          ],
        },
      });
    }
  }

  /** Writes the cache in the cluster, e.g. by hand. */
  putCache(
    environment: string,
    parameters: Parameters,
    by = { manager: 'argocd-controller', time: '2026-11-20T10:00:00Z' },
  ): void {
    this.cluster.put(PATHS.caches, {
      apiVersion: API,
      kind: 'XCache',
      metadata: {
        name: 'sessions',
        namespace: environment,
        labels: { 'app.kubernetes.io/part-of': 'shop' },
        managedFields: [
          {
            manager: by.manager,
            operation: 'Update',
            apiVersion: API,
            time: by.time,
            fieldsType: 'FieldsV1',
            fieldsV1: {
              'f:spec': {
                'f:parameters': Object.fromEntries(
                  Object.keys(parameters).map(key => [`f:${key}`, {}]),
                ),
              },
            },
          },
        ],
      },
      spec: { parameters: { ...parameters } as never },
      status: {
        conditions: [
          { type: 'Synced', status: 'True', reason: 'ReconcileSuccess' },
          {
            type: 'Ready',
            status: 'True',
            reason: 'Available',
            lastTransitionTime: '2026-11-20T10:01:00Z',
          },
        ],
      },
    });
  }

  /** Configuration of a backend that reads this world. */
  config(): object {
    return {
      environments: {
        repositories: [
          {
            name: 'acme/gitops',
            url: this.remote.url,
            argoUrls: ['https://git.example.com/acme/gitops.git'],
            webUrl: 'https://git.example.com/acme/gitops',
          },
        ],
        clusters: [
          { name: 'eu1', servers: ['https://kubernetes.default.svc'] },
        ],
        overrides: ['spec.parameters.size'],
        dataDirectory: `${this.remote.directory}/data`,
      },
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'eu1',
                url: this.cluster.url,
                authProvider: 'serviceAccount',
                serviceAccountToken: 'reader',
              },
            ],
          },
        ],
      },
    };
  }

  async cleanup(): Promise<void> {
    await this.cluster.stop();
    this.remote.cleanup();
  }
}
