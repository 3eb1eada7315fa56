import { textAt } from '../../kubernetes/objects';
import { ARGO_CLUSTER } from '../acme';
import type { World } from '../World';
import { eventually } from './eventually';

/** Waits until so many Applications are there and all in sync. */
export async function untilSynced(world: World, count: number): Promise<void> {
  await eventually(
    () =>
      world.client(ARGO_CLUSTER).list('argoproj.io/v1alpha1', 'Application'),
    found => {
      const waiting = found
        .filter(one => textAt(one, 'status', 'sync', 'status') !== 'Synced')
        .map(one => one.metadata.name);
      if (found.length !== count || waiting.length > 0) {
        throw new Error(
          `${found.length} of ${count} applications, not synced: ${waiting}`,
        );
      }
    },
  );
}
