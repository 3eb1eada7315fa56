import { Cluster } from '../Cluster';
import { isMap, KubeObject, listAt, mapAt, textAt } from '../objects';
import { Resource } from '../types/Resource';

function usedAddresses(cluster: Cluster): Set<string> {
  return new Set(
    cluster.store
      .list('services')
      .map(service => textAt(service, 'spec', 'clusterIP') ?? ''),
  );
}

function freeAddress(cluster: Cluster): string {
  const used = usedAddresses(cluster);
  for (let index = 10; ; index++) {
    const address = `10.96.${Math.floor(index / 250)}.${(index % 250) + 1}`;
    if (!used.has(address)) return address;
  }
}

function assignService(object: KubeObject, cluster: Cluster): KubeObject {
  const spec = mapAt(object, 'spec');
  if (!spec || spec.type === 'ExternalName' || spec.clusterIP) return object;
  const address = freeAddress(cluster);
  return {
    ...object,
    spec: { ...spec, clusterIP: address, clusterIPs: [address] },
    status: { loadBalancer: {} },
  } as KubeObject;
}

function assignCrd(object: KubeObject): KubeObject {
  const names = { ...mapAt(object, 'spec', 'names') };
  const kind = textAt(names, 'kind') ?? '';
  names.singular ??= kind.toLowerCase();
  names.listKind ??= `${kind}List`;
  const versions = listAt(object, 'spec', 'versions').filter(isMap);
  return {
    ...object,
    spec: { ...mapAt(object, 'spec'), names },
    status: {
      acceptedNames: names,
      conditions: ['NamesAccepted', 'Established'].map(type => ({
        type,
        status: 'True',
        reason: type === 'Established' ? 'InitialNamesAccepted' : 'NoConflicts',
        message: '',
        lastTransitionTime: object.metadata.creationTimestamp,
      })),
      storedVersions: versions
        .filter(version => version.storage === true)
        .map(version => textAt(version, 'name') ?? ''),
    },
  } as KubeObject;
}

/** What the server fills in with values of its own choosing. */
export function assignFields(
  object: KubeObject,
  resource: Resource,
  cluster: Cluster,
): KubeObject {
  switch (`${resource.group}/${resource.kind}`) {
    case '/Service':
      return assignService(object, cluster);
    case '/Namespace':
      return {
        ...object,
        metadata: {
          ...object.metadata,
          labels: {
            ...object.metadata.labels,
            'kubernetes.io/metadata.name': object.metadata.name,
          },
        },
        status: { phase: 'Active' },
      } as KubeObject;
    case 'apiextensions.k8s.io/CustomResourceDefinition':
      return assignCrd(object);
    default:
      return object;
  }
}
