import { KubeObject, mapAt } from '../kubernetes/objects';
import { COMPOSITE_FINALIZER, COMPOSITE_LABEL } from './constants';
import { revisionName } from './DefinitionController';

/** The composite with the fields that are Crossplane's own. */
export function withOwnFields(
  composite: KubeObject,
  composition: KubeObject,
): KubeObject {
  const { metadata } = composite;
  const spec = mapAt(composite, 'spec') ?? {};
  const own = mapAt(spec, 'crossplane') ?? {};
  const finalizers = metadata.finalizers ?? [];
  return {
    ...composite,
    metadata: {
      ...metadata,
      finalizers: finalizers.includes(COMPOSITE_FINALIZER)
        ? finalizers
        : [...finalizers, COMPOSITE_FINALIZER],
      labels: { ...metadata.labels, [COMPOSITE_LABEL]: metadata.name },
    },
    spec: {
      ...spec,
      crossplane: {
        ...own,
        compositionRef: own.compositionRef ?? {
          name: composition.metadata.name,
        },
        compositionRevisionRef: { name: revisionName(composition) },
        compositionUpdatePolicy: own.compositionUpdatePolicy ?? 'Automatic',
      },
    },
  } as KubeObject;
}
