import { JsonObject } from '@backstage/types';
import { Cluster } from './Cluster';
import { apiVersionOf, Resource } from './types/Resource';

function rootOf(resource: Resource): string {
  return resource.group
    ? `apis/${resource.group}/${resource.version}`
    : `api/${resource.version}`;
}

/** The one parameter that kubectl looks for before it validates by itself. */
const PARAMETERS: JsonObject[] = [
  { name: 'fieldValidation', in: 'query', schema: { type: 'string' } },
];

function objectPath(resource: Resource): [string, JsonObject] {
  const namespace = resource.namespaced ? '/namespaces/{namespace}' : '';
  const { group, version, kind } = resource;
  return [
    `/${rootOf(resource)}${namespace}/${resource.plural}/{name}`,
    {
      patch: {
        'x-kubernetes-group-version-kind': { group, version, kind },
        parameters: PARAMETERS,
      },
    },
  ];
}

/**
 * Enough of `/openapi/v3` for kubectl to leave validation to the server. It
 * describes no schemas. Undefined if the path is none of it.
 */
export function describeApi(
  cluster: Cluster,
  path: string,
): JsonObject | undefined {
  const all = cluster.registry.all();
  if (path === '/openapi/v3') {
    const roots = [...new Set(all.map(rootOf))];
    return {
      paths: Object.fromEntries(
        roots.map(root => [
          root,
          { serverRelativeURL: `/clusters/${cluster.name}/openapi/v3/${root}` },
        ]),
      ),
    };
  }
  const [, root] = /^\/openapi\/v3\/(.+)$/.exec(path) ?? [];
  const described = all.filter(resource => rootOf(resource) === root);
  if (!root || described.length === 0) return undefined;
  return {
    openapi: '3.0.0',
    info: { title: 'Sandbox', version: apiVersionOf(described[0]) },
    paths: Object.fromEntries(described.map(objectPath)),
    components: { schemas: {} },
  };
}
