import { builtinType } from './builtinType';
import { KIND_ROWS } from './builtinKinds';
import { Resource, ScaleSubresource } from './Resource';

const REPLICAS: ScaleSubresource = {
  specReplicasPath: '.spec.replicas',
  statusReplicasPath: '.status.replicas',
};

function resourceOf(row: string): Resource {
  const [apiVersion, kind, plural, scope, flags, short] = row.split(/ +/);
  const [group, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  const has = (flag: string) => flags.includes(flag);
  return {
    group,
    version,
    kind,
    plural,
    singular: kind.toLowerCase(),
    shortNames: short ? short.split(',') : [],
    categories: has('a') ? ['all'] : [],
    namespaced: scope === 'namespaced',
    status: has('s'),
    scale: has('r') ? REPLICAS : undefined,
    generation: has('g'),
    type: builtinType({ group, version, kind }),
    storageVersion: version,
  };
}

/** The built-in kinds that the sandbox serves. */
export const BUILTINS: readonly Resource[] = KIND_ROWS.map(resourceOf);
