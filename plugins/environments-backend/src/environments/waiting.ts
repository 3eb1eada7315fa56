import { EnvironmentFacts } from './facts/types';
import { RepositoryIndex } from './types';
import { Waiting } from './views/deployVerdict';

/**
 * What is merged in an environment and not deployed, per deployed commit of
 * the Applications that deliver there. `other` is any other environment: the
 * history answers about pairs.
 */
export function waitingIn(
  facts: EnvironmentFacts,
  other: string,
  index: RepositoryIndex,
): Waiting {
  const { service, environment } = facts;
  const head = index.latest()?.commit;
  const fields: Array<{ resource: string; path: string }> = [];
  let since: string | undefined;
  let unknown: string | undefined;
  const commits = new Set(facts.applications.flatMap(app => app.synced ?? []));
  for (const commit of commits) {
    if (commit === head) continue;
    const delivered = new Set(
      facts.resources.flatMap(({ name, application }) =>
        application?.synced === commit ? [name] : [],
      ),
    );
    const answer = index.ask({
      service,
      from: environment,
      to: other,
      synced: { [environment]: commit },
    }).undeployed[environment];
    if (!answer) continue;
    if (answer.state === 'unknown') {
      unknown = answer.reason;
      continue;
    }
    const here = answer.paths.filter(({ resource }) => delivered.has(resource));
    fields.push(
      ...here.map(({ resource, text }) => ({ resource, path: text })),
    );
    const { time } = answer.since;
    if (here.length > 0 && time && (!since || time < since)) since = time;
  }
  return { fields, since, unknown };
}
