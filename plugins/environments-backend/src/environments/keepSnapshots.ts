import { JsonObject, redact, resourceKey } from '@stagecraft/engine';
import { metadataText } from '../clusters';
import { LedgerStore } from '../ledger';
import { EnvironmentFacts } from './facts/types';

/**
 * Remembers live objects that have every field Git gives them: the proof, and
 * the beginning of the window, when one is removed later. An object with a
 * removed field keeps the earlier memory.
 */
export async function keepSnapshots(
  facts: EnvironmentFacts,
  ledger: Pick<LedgerStore, 'getSnapshot' | 'putSnapshot'>,
): Promise<void> {
  if (facts.clusterState?.state !== 'live') return;
  for (const { live, drift, resource } of facts.resources) {
    if (live.state !== 'read') continue;
    if (drift.items.some(item => item.kind === 'removed')) continue;
    const key = resourceKey(resource.manifest);
    const before = await ledger.getSnapshot(facts.cluster, key);
    const version = (object: unknown) =>
      metadataText(object as JsonObject, 'resourceVersion');
    if (before && version(before.object) === version(live.object)) continue;
    await ledger.putSnapshot(facts.cluster, key, {
      object: redact(live.object),
      at: facts.readAt,
    });
  }
}
