import { layoutProblem } from '../problems';
import { LayoutProblem } from '../types';
import { Clusters } from './clusters';
import { EvaluatedApplication } from './application';

/**
 * Objects that more than one application of a cluster claims. Hooks are run,
 * not owned.
 */
export function sharedResources(
  applications: readonly EvaluatedApplication[],
  clusters: Clusters,
): LayoutProblem[] {
  const owners = new Map<string, { key: string; names: Set<string> }>();
  for (const { application, spec, objects } of applications) {
    const cluster = clusters.identity(spec.destination);
    for (const { key, hook } of objects) {
      if (hook) continue;
      const id = `${cluster} ${key}`;
      const found = owners.get(id);
      if (found) found.names.add(application.name);
      else owners.set(id, { key, names: new Set([application.name]) });
    }
  }
  const shared = [...owners.values()].filter(({ names }) => names.size > 1);
  return shared.map(({ key, names }) =>
    layoutProblem({
      code: 'shared-resource',
      key,
      message: `${key} is claimed by ${[...names].join(
        ' and ',
      )} on one cluster.`,
      fix: 'Let one application deliver it; check the namespace in the files.',
    }),
  );
}
