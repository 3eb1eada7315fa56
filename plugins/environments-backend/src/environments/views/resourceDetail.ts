import { redact } from '@stagecraft/engine';
import {
  ResourceDetail,
  ResourceDriftReport,
} from '@stagecraft/plugin-environments-common';
import { ClusterView, EventsRead, metadataText } from '../../clusters';
import { HistoryCommit } from '../../repository';
import { StoredEnvironmentRead } from '../../ledger';
import { textAt } from '../facts/applications';
import { composedTree, conditionsOf } from '../facts/composed';
import { EnvironmentFacts, ResourceFacts } from '../facts/types';
import { RepositoryIndex } from '../types';
import { yamlOf } from './comparison';
import { healthVerdict } from './environmentCard';
import { eventRows } from './events';
import { originOf } from './origins';
import { resourceHistory } from './resourceHistory';
import { whyItLasts } from './whyItLasts';

/** What the drawer is made of. */
export interface DetailInput {
  readonly facts: EnvironmentFacts;
  readonly resource: ResourceFacts;
  readonly card: StoredEnvironmentRead;
  readonly report: ResourceDriftReport;
  readonly index: RepositoryIndex;
  readonly cluster?: ClusterView;
  readonly history: readonly HistoryCommit[];
  readonly events: EventsRead;
}

function compositionOf({ live }: ResourceFacts): string | undefined {
  if (live.state !== 'read') return undefined;
  return (
    textAt(live.object, 'spec', 'crossplane', 'compositionRef', 'name') ??
    textAt(live.object, 'spec', 'compositionRef', 'name')
  );
}

/** Everything about one resource, for the drawer. */
export function resourceDetail(input: DetailInput): ResourceDetail {
  const { facts, resource, card, report, index, cluster } = input;
  const { manifest } = resource.resource;
  const names = facts.resources.map(({ name }) => name);
  const at = names.indexOf(resource.name);
  const onCard = card.resources.find(
    ({ resource: name }) => name === resource.name,
  );
  const read = resource.live.state === 'read' ? resource.live : undefined;
  const tree = cluster && read ? composedTree(manifest, cluster) : undefined;
  return {
    service: facts.service,
    environment: facts.environment,
    resource: resource.name,
    kind: manifest.kind,
    name: manifest.name,
    group: manifest.group,
    namespace: manifest.namespace,
    health: healthVerdict(resource),
    deploy: { ...card.deploy, status: onCard?.deploy ?? card.deploy.status },
    drift: report,
    whyItLasts: whyItLasts(resource.application ? [resource.application] : []),
    revision: index.lastChange([manifest.origin.file]),
    freshness: card.freshness,
    origin: originOf(index, manifest),
    composed: tree && tree.children.length > 0 ? tree : undefined,
    composition: compositionOf(resource),
    conditions: read ? conditionsOf(read.object) : [],
    events: eventRows(input.events),
    history: resourceHistory(resource, input.history, report.fields),
    neighbours: { previous: names[at - 1], next: names[at + 1] },
    yaml: {
      git: yamlOf(manifest.object),
      live: read && yamlOf(withoutManagedFields(redact(read.object))),
    },
  };
}

/** managedFields are bookkeeping and longer than the object; the drift table tells what they say. */
function withoutManagedFields(object: ReturnType<typeof redact>) {
  const { metadata } = object;
  if (metadataText(object, 'name') === undefined) return object;
  if (typeof metadata !== 'object' || metadata === null) return object;
  const { managedFields, ...rest } = metadata as Record<string, never>;
  return { ...object, metadata: rest };
}
