import { getKey, Json } from '../../fields';
import { normalize } from '../goTemplate';
import { KnownCluster } from '../types';
import { labelSelector } from './selector';
import { GeneratorContext, Parameters, UnsupportedGenerator } from './types';
import { withValues } from './values';

/** Every cluster secret carries this label, the local cluster has no secret. */
const SECRET_LABEL = { 'argocd.argoproj.io/secret-type': 'cluster' };

function ofSecret(
  context: GeneratorContext,
  { name, server }: KnownCluster,
  labels: Readonly<Record<string, string>>,
): Parameters {
  const own = { name, nameNormalized: normalize(name), server, project: '' };
  if (context.goTemplate) return { ...own, metadata: { labels } };
  const flat = Object.entries(labels).map(([key, value]) => [
    `metadata.labels.${key}`,
    value,
  ]);
  return { ...own, ...Object.fromEntries(flat) };
}

/** The known clusters that a clusters generator selects. */
export function clusterParameters(
  context: GeneratorContext,
  spec: Json,
): Parameters[] {
  const { clusters } = context.layout;
  if (!clusters.known) {
    throw new UnsupportedGenerator('the clusters of Argo CD are not known');
  }
  const selects = labelSelector(getKey(spec, 'selector'));
  const values = getKey(spec, 'values');
  const sets: Parameters[] = [];
  for (const cluster of clusters.all()) {
    const isLocal = !clusters.known.includes(cluster);
    if (isLocal) {
      const { name, server } = cluster;
      const own = { name, nameNormalized: name, server, project: '' };
      if (!selects) sets.push(withValues(context, own, values));
      continue;
    }
    const labels = { ...SECRET_LABEL, ...cluster.labels };
    if (selects && !selects(labels)) continue;
    sets.push(withValues(context, ofSecret(context, cluster, labels), values));
  }
  return getKey(spec, 'flatList') === true ? [{ clusters: sets }] : sets;
}
