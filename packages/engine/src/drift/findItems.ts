import { formatPath, getAt, JsonObject, sameJson, typeAt } from '../fields';
import { causeOf } from './causes';
import { judgeLiveOnly } from './judgeLiveOnly';
import { Resource } from './resource';
import { compareToLive, Difference, isWithin } from './subset';
import { DriftItem } from './types';

export interface FoundItems {
  readonly items: readonly DriftItem[];
  readonly suspects: readonly DriftItem[];
  readonly suppressed: readonly DriftItem[];
}

const AUTOSCALER_RULE =
  'The autoscaler sets this through the scale subresource.';
const DRY_RUN_RULE =
  'A dry run of what Git says gives the live value: defaulting or admission.';

function itemOf(difference: Difference, resource: Resource): DriftItem {
  const { path, kind, desired, live } = difference;
  return {
    path,
    text: formatPath(path),
    kind,
    desired,
    live,
    ...causeOf(difference, resource),
  };
}

/**
 * True if a dry run of Git's object ends in the live value. What somebody added
 * stays in a dry run too, so that proves nothing.
 */
function isConfirmedByDryRun(
  item: DriftItem,
  dryRun: JsonObject,
  resource: Resource,
): boolean {
  if (item.kind === 'added') return false;
  const given = getAt(dryRun, item.path, resource.type);
  const { live } = item;
  if (given === undefined || live === undefined) return given === live;
  const type = typeAt(resource.type, item.path);
  return (
    sameJson(given, live) ||
    (isWithin(given, live, type) && isWithin(live, given, type))
  );
}

/** One item a path: what a person did outweighs what a sync would do. */
function onePerPath(items: readonly DriftItem[]): DriftItem[] {
  const byText = new Map<string, DriftItem>();
  for (const item of items) {
    const other = byText.get(item.text);
    if (!other || (item.cause === 'manual' && other.cause === 'pending')) {
      byText.set(item.text, item);
    }
  }
  return [...byText.values()].sort((left, right) =>
    left.text < right.text ? -1 : 1,
  );
}

/** Compares two normalised objects and says why each difference is there. */
export function findItems(
  desired: JsonObject,
  live: JsonObject,
  resource: Resource,
): FoundItems {
  const { dryRun, explain = true } = resource.input;
  const { differences, liveOnly } = compareToLive(desired, live, resource.type);
  const judged = judgeLiveOnly(liveOnly, differences, resource, explain);
  const items: DriftItem[] = [];
  const suppressed = judged.suppressed;
  const confirmation = dryRun && resource.normalise(dryRun);
  const all = [
    ...differences.map(difference => itemOf(difference, resource)),
    ...judged.items,
  ];
  for (const item of onePerPath(all)) {
    if (item.cause === 'autoscaler') {
      suppressed.push({ ...item, rule: AUTOSCALER_RULE });
    } else if (
      confirmation &&
      isConfirmedByDryRun(item, confirmation, resource)
    ) {
      suppressed.push({ ...item, cause: 'default', rule: DRY_RUN_RULE });
    } else {
      items.push(item);
    }
  }
  return { items, suspects: onePerPath(judged.suspects), suppressed };
}
