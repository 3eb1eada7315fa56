import { JsonObject } from '@backstage/types';
import { isMap, KubeObject, listAt, mapAt, textAt } from '../objects';
import { METADATA_TYPE } from './builtinType';
import { FieldType } from './FieldType';
import { Resource, ScaleSubresource } from './Resource';
import { schemaType } from './schemaType';

/** A custom resource's type: its schema, with the metadata of every kind. */
function objectType(schema: JsonObject | undefined): FieldType {
  const whole = schemaType(schema);
  return {
    atomicMap: false,
    list: whole.list,
    items: whole.items,
    field: key => (key === 'metadata' ? METADATA_TYPE : whole.field(key)),
    declares: key =>
      key === 'metadata' ||
      key === 'apiVersion' ||
      key === 'kind' ||
      whole.declares(key),
    refuses: key =>
      key !== 'metadata' &&
      key !== 'apiVersion' &&
      key !== 'kind' &&
      whole.refuses(key),
  };
}

function scaleOf(version: JsonObject): ScaleSubresource | undefined {
  const scale = mapAt(version, 'subresources', 'scale');
  const specReplicasPath = textAt(scale, 'specReplicasPath');
  const statusReplicasPath = textAt(scale, 'statusReplicasPath');
  return specReplicasPath && statusReplicasPath
    ? { specReplicasPath, statusReplicasPath }
    : undefined;
}

/** The kinds that a CustomResourceDefinition adds, one for each served version. */
export function resourcesOf(crd: KubeObject): Resource[] {
  const names = mapAt(crd, 'spec', 'names');
  const group = textAt(crd, 'spec', 'group') ?? '';
  const kind = textAt(names, 'kind') ?? '';
  const versions = listAt(crd, 'spec', 'versions').filter(isMap);
  const storage = versions.find(version => version.storage === true);
  return versions
    .filter(version => version.served === true)
    .map(version => {
      const schema = mapAt(version, 'schema', 'openAPIV3Schema');
      return {
        group,
        version: textAt(version, 'name') ?? '',
        kind,
        plural: textAt(names, 'plural') ?? '',
        singular: textAt(names, 'singular') ?? kind.toLowerCase(),
        shortNames: listAt(names, 'shortNames').map(String),
        categories: listAt(names, 'categories').map(String),
        namespaced: textAt(crd, 'spec', 'scope') === 'Namespaced',
        status: mapAt(version, 'subresources', 'status') !== undefined,
        scale: scaleOf(version),
        generation: true,
        type: objectType(schema),
        schema,
        storageVersion: textAt(storage, 'name') ?? '',
      };
    });
}
