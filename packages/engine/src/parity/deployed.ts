import { formatPath } from '../fields';
import { Commits } from './commits';
import { shortName } from './environmentFiles';
import { Comparison, Timeline } from './timeline';
import { Undeployed } from './types';

/**
 * What of some resources is merged but not in the cluster, which runs the
 * commit of the given id. Undefined if all of it is there.
 */
export function undeployed(
  timelines: ReadonlyMap<string, Timeline>,
  commits: Commits,
  comparison: Comparison,
  synced: string,
): Undeployed | undefined {
  const index = commits.find(synced);
  if (index === undefined) {
    return {
      state: 'unknown',
      reason: `the commit ${synced} is not in this history`,
    };
  }
  let since = Infinity;
  const paths = [...timelines].flatMap(([key, timeline]) => {
    const differing = comparison.paths(timeline.at(index), timeline.now);
    if (differing.length === 0) return [];
    const first = timeline.states.find(state => state.index > index);
    since = Math.min(since, first?.index ?? Infinity);
    const resource = shortName(key);
    return differing.map(path => {
      const text = formatPath(path);
      return { resource, key, path, text };
    });
  });
  return paths.length > 0
    ? { state: 'known', paths, since: commits.ref(since) }
    : undefined;
}
