import { KubeObject, textAt } from '../kubernetes/objects';

/** The composition of a composite: the one it names, else the default, else the only one that fits. */
export function selectComposition(
  composite: KubeObject,
  definition: KubeObject,
  compositions: readonly KubeObject[],
): KubeObject | undefined {
  const wanted =
    textAt(definition, 'spec', 'enforcedCompositionRef', 'name') ??
    textAt(composite, 'spec', 'crossplane', 'compositionRef', 'name') ??
    textAt(definition, 'spec', 'defaultCompositionRef', 'name');
  if (wanted) return compositions.find(one => one.metadata.name === wanted);
  const fitting = compositions.filter(
    one =>
      textAt(one, 'spec', 'compositeTypeRef', 'kind') === composite.kind &&
      textAt(one, 'spec', 'compositeTypeRef', 'apiVersion') ===
        composite.apiVersion,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
