import { getKey, Json } from '../../fields';
import { LOCAL_CLUSTER } from '../argo/clusters';
import { GoList, GoMap, normalize, Value } from '../goTemplate';
import { KnownCluster } from '../types';
import { objectSelector } from './selector';
import { GeneratorContext, Parameters, UnsupportedGenerator } from './types';
import { withValues } from './values';

/** Every cluster secret carries this label, the local cluster has no secret. */
const SECRET_LABEL = ['argocd.argoproj.io/secret-type', 'cluster'] as const;

function own({ name, server }: KnownCluster): Array<[string, Value]> {
  return [
    ['name', name],
    ['nameNormalized', normalize(name)],
    ['server', server],
    ['project', ''],
  ];
}

function ofSecret(
  context: GeneratorContext,
  cluster: KnownCluster,
  labels: ReadonlyMap<string, string>,
): Parameters {
  const parameters = new Map<string, Value>(own(cluster));
  if (context.goTemplate) {
    const kept = new GoMap(new Map(labels), 'string');
    parameters.set('metadata', new GoMap(new Map([['labels', kept]])));
  } else {
    for (const [key, value] of labels) {
      parameters.set(`metadata.labels.${key}`, value);
    }
  }
  return new GoMap(parameters);
}

/** The known clusters that a clusters generator selects, the local one last. */
export function clusterParameters(
  context: GeneratorContext,
  spec: Json,
): Parameters[] {
  const { known } = context.layout.clusters;
  if (!known) {
    throw new UnsupportedGenerator('the clusters of Argo CD are not known');
  }
  const selects = objectSelector(getKey(spec, 'selector'));
  const values = getKey(spec, 'values');
  // Argo CD keeps one cluster of each name.
  const byName = new Map(known.map(cluster => [cluster.name, cluster]));
  const sets: Parameters[] = [];
  for (const cluster of byName.values()) {
    const labels = new Map([
      SECRET_LABEL,
      ...Object.entries(cluster.labels ?? {}),
    ]);
    if (selects && !selects(labels)) continue;
    sets.push(withValues(context, ofSecret(context, cluster, labels), values));
  }
  const hasLocal = [...byName.values()].some(
    ({ server }) => server === LOCAL_CLUSTER.server,
  );
  if (!selects && !hasLocal) {
    const local = new GoMap(new Map(own(LOCAL_CLUSTER)));
    sets.push(withValues(context, local, values));
  }
  if (getKey(spec, 'flatList') !== true) return sets;
  const list = new GoList(sets, 'map[string]interface {}', sets.length === 0);
  return [new GoMap(new Map([['clusters', list]]))];
}
