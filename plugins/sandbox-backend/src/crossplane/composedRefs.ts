import { KubeClient } from '../kubernetes/client';
import { KubeObject, listAt, textAt } from '../kubernetes/objects';

/** A reference as `spec.crossplane.resourceRefs` has it. */
export type ComposedRef = { apiVersion: string; kind: string; name: string };

type NamespacedRef = ComposedRef & { namespace?: string };

/** What the composite says it is composed of. */
export function composedRefs(composite: KubeObject): NamespacedRef[] {
  return listAt(composite, 'spec', 'crossplane', 'resourceRefs').map(ref => ({
    apiVersion: textAt(ref, 'apiVersion') ?? '',
    kind: textAt(ref, 'kind') ?? '',
    name: textAt(ref, 'name') ?? '',
    namespace: composite.metadata.namespace,
  }));
}

/** Deletes what the composite is composed of; says how much is still there. */
export async function deleteComposed(
  composite: KubeObject,
  client: KubeClient,
): Promise<number> {
  let left = 0;
  for (const ref of composedRefs(composite)) {
    if (!(await client.serves(ref.apiVersion, ref.kind))) continue;
    const composed = await client.get(ref);
    if (!composed) continue;
    left++;
    if (!composed.metadata.deletionTimestamp) await client.delete(ref);
  }
  return left;
}
