import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import {
  isMap,
  KubeObject,
  listAt,
  mapAt,
  textAt,
} from '../kubernetes/objects';
import { COMPOSITE_LABEL, RESOURCE_NAME } from './constants';
import { getFieldPath, setFieldPath } from './fieldPaths';
import { applyTransforms, TransformError } from './transforms';

/** A resource that a composition wants for a composite. */
export interface Rendered {
  /** Name within the composition. */
  readonly name: string;
  readonly object: JsonObject;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function applyPatches(
  base: JsonObject,
  patches: JsonObject[],
  composite: KubeObject,
): JsonObject {
  let result = base;
  for (const patch of patches) {
    const type = textAt(patch, 'type') ?? 'FromCompositeFieldPath';
    if (type !== 'FromCompositeFieldPath') continue;
    const from = textAt(patch, 'fromFieldPath') ?? '';
    const value = getFieldPath(composite, from);
    if (value === undefined) {
      if (textAt(patch, 'policy', 'fromFieldPath') === 'Required') {
        throw new TransformError(`${from}: no such field`);
      }
      continue;
    }
    result = setFieldPath(
      result,
      textAt(patch, 'toFieldPath') ?? from,
      applyTransforms(value, patch),
    );
  }
  return result;
}

function finish(
  object: JsonObject,
  name: string,
  composite: KubeObject,
): JsonObject {
  const { metadata } = composite;
  const own = mapAt(object, 'metadata') ?? {};
  return {
    ...object,
    metadata: {
      ...own,
      name:
        textAt(own, 'name') ??
        `${metadata.name}-${hash(`${metadata.uid}/${name}`)}`,
      generateName: `${metadata.name}-`,
      ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
      labels: { ...mapAt(own, 'labels'), [COMPOSITE_LABEL]: metadata.name },
      annotations: { ...mapAt(own, 'annotations'), [RESOURCE_NAME]: name },
      ownerReferences: [
        {
          apiVersion: composite.apiVersion,
          kind: composite.kind,
          name: metadata.name,
          uid: metadata.uid ?? '',
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
  };
}

/** The pipeline steps of a composition that patch and transform. */
function resourcesOf(composition: KubeObject): JsonObject[] {
  return listAt(composition, 'spec', 'pipeline')
    .filter(isMap)
    .flatMap(step => listAt(step, 'input', 'resources').filter(isMap));
}

/** The kinds that a composition composes. */
export function composedKinds(
  composition: KubeObject,
): Array<{ apiVersion: string; kind: string }> {
  return resourcesOf(composition).map(resource => ({
    apiVersion: textAt(resource, 'base', 'apiVersion') ?? '',
    kind: textAt(resource, 'base', 'kind') ?? '',
  }));
}

/**
 * What the composition wants for a composite: each base with the patches from
 * the composite's fields. Throws TransformError if a patch cannot be made.
 */
export function renderComposition(
  composition: KubeObject,
  composite: KubeObject,
): Rendered[] {
  return resourcesOf(composition).map(resource => {
    const name = textAt(resource, 'name') ?? '';
    const base = structuredClone(mapAt(resource, 'base') ?? {});
    const patches = listAt(resource, 'patches').filter(isMap);
    try {
      return {
        name,
        object: finish(applyPatches(base, patches, composite), name, composite),
      };
    } catch (error) {
      if (!(error instanceof TransformError)) throw error;
      throw new TransformError(
        `cannot render composed resource "${name}": ${error.message}`,
      );
    }
  });
}
