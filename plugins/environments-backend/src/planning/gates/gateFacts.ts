import {
  Fact,
  GateFacts,
  GateRules,
  HealthStatus,
  JsonObject,
  parseManifests,
} from '@stagecraft/engine';
import { FileWrites } from '../../repository';
import { serviceResources } from '../serviceResources';
import {
  Known,
  LiveFacts,
  People,
  PlanningSource,
  RepositorySnapshot,
  ReviewFacts,
} from '../types';

const HEALTH: readonly string[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Unknown',
  'Degraded',
];

function isHealth(text: string): text is HealthStatus {
  return HEALTH.includes(text);
}

/** Objects of the files that a change touches. */
export function objectsOf(files: FileWrites): JsonObject[] {
  return [...files].flatMap(([path, text]) =>
    text === undefined
      ? []
      : parseManifests({ path, text }).manifests.map(({ object }) => object),
  );
}

function objectsIn(
  snapshot: RepositorySnapshot,
  environment: string,
  service: string,
): JsonObject[] {
  return [...serviceResources(snapshot, environment, service).values()].map(
    ({ manifest }) => manifest.object,
  );
}

function fact<T, U>(known: Known<T>, value: (found: T) => U): Fact<U> {
  return known.state === 'known'
    ? value(known.value)
    : { unknown: known.reason };
}

async function syncedObjects(
  source: PlanningSource,
  live: LiveFacts,
  environment: string,
  service: string,
): Promise<Fact<readonly JsonObject[]>> {
  const synced = await live.synced(service, environment);
  if (synced.state === 'unknown') return { unknown: synced.reason };
  const { commit } = synced.value;
  try {
    return objectsIn(await source.at(commit), environment, service);
  } catch {
    return {
      unknown: `its cluster runs ${commit.slice(0, 7)}, which cannot be read`,
    };
  }
}

async function healthFact(
  live: LiveFacts,
  environment: string,
  service: string,
): Promise<GateFacts['health']> {
  return fact(await live.health(service, environment), found => ({
    observedAt: found.observedAt,
    resources: found.resources.map(({ resource, status }) => ({
      resource,
      status: isHealth(status) ? status : 'Unknown',
    })),
  }));
}

async function obligationsFact(
  source: PlanningSource,
  service: string,
  from: string,
  to: string,
): Promise<GateFacts['obligations']> {
  try {
    const { obligations } = await source.history(service, from, to);
    return obligations.map(owed => ({
      resource: owed.resource,
      path: owed.text,
      before: owed.before,
      value: owed.value,
      incident: owed.incident,
    }));
  } catch {
    return { unknown: 'the history cannot be read' };
  }
}

/**
 * Gathers what the configured gates look at, and only that: everything else is
 * work for nothing. Nothing is asked of a cluster.
 */
export async function gateFacts(options: {
  service: string;
  from?: string;
  to: string;
  rules: GateRules;
  source: PlanningSource;
  snapshot: RepositorySnapshot;
  before: FileWrites;
  after: FileWrites;
  review: ReviewFacts;
  live: LiveFacts;
  people: People;
  now: Date;
}): Promise<GateFacts> {
  const { service, from, to, rules, source, snapshot, review, live } = options;
  const looksBack = from !== undefined && (rules.exists || rules.parity);
  return {
    now: options.now.toISOString(),
    from,
    to,
    rules,
    request: {
      author: review.author,
      pushers: review.pushers,
      content: review.content,
    },
    before: objectsOf(options.before),
    after: objectsOf(options.after),
    reviews: review.reviews,
    xrds: snapshot.xrds,
    ...(looksBack && {
      git: { [from]: objectsIn(snapshot, from, service) },
      synced: { [from]: await syncedObjects(source, live, from, service) },
    }),
    ...(from !== undefined &&
      rules.health && { health: await healthFact(live, from, service) }),
    ...(rules.soak && {
      soak: { unknown: 'how long it has been healthy is not recorded' },
    }),
    ...(rules.hotfix &&
      from !== undefined && {
        obligations: await obligationsFact(source, service, from, to),
      }),
    ...(rules.approval?.groups && {
      groups: await options.people.membersOf(
        Object.keys(rules.approval.groups),
      ),
    }),
  };
}
