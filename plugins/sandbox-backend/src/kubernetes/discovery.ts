import { JsonObject } from '@backstage/types';
import { Cluster } from './Cluster';
import { Resource } from './types/Resource';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const SUBRESOURCE_VERBS = ['get', 'patch', 'update'];

function entries(resource: Resource): JsonObject[] {
  const main: JsonObject = {
    name: resource.plural,
    singularName: resource.singular,
    namespaced: resource.namespaced,
    kind: resource.kind,
    verbs: VERBS,
    ...(resource.shortNames.length > 0
      ? { shortNames: [...resource.shortNames] }
      : {}),
    ...(resource.categories.length > 0
      ? { categories: [...resource.categories] }
      : {}),
  };
  const below = (
    name: string,
    kind: string,
    more: JsonObject = {},
  ): JsonObject => ({
    name: `${resource.plural}/${name}`,
    singularName: '',
    namespaced: resource.namespaced,
    kind,
    verbs: SUBRESOURCE_VERBS,
    ...more,
  });
  return [
    main,
    ...(resource.status ? [below('status', resource.kind)] : []),
    ...(resource.scale
      ? [below('scale', 'Scale', { group: 'autoscaling', version: 'v1' })]
      : []),
  ];
}

function resourceList(groupVersion: string, resources: Resource[]): JsonObject {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: resources.flatMap(entries),
  };
}

function group(name: string, resources: Resource[]): JsonObject {
  const versions = [
    ...new Set(
      resources.filter(one => one.group === name).map(one => one.version),
    ),
  ].map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

/** The answer to a discovery path, or undefined if it is none. */
export function discover(
  cluster: Cluster,
  path: string,
): JsonObject | undefined {
  const all = cluster.registry.all();
  const groups = [...new Set(all.map(one => one.group))].filter(Boolean);
  const [, root, name, version, ...rest] = path.split('/');
  if (rest.length > 0) return undefined;
  if (path === '/version') {
    return {
      major: '1',
      minor: '36',
      gitVersion: 'v1.36.3',
      platform: 'sandbox',
    };
  }
  if (path === '/api') {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }
  if (path === '/api/v1') {
    return resourceList(
      'v1',
      all.filter(one => one.group === ''),
    );
  }
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.map(one => group(one, all)),
    };
  }
  if (root !== 'apis' || !groups.includes(name)) return undefined;
  if (version === undefined) {
    return { kind: 'APIGroup', apiVersion: 'v1', ...group(name, all) };
  }
  const served = all.filter(
    one => one.group === name && one.version === version,
  );
  return served.length > 0
    ? resourceList(`${name}/${version}`, served)
    : undefined;
}
