import { FieldPath, formatPath, getAt } from '../fields';
import { attribution } from './causes';
import { isCrossplaneField } from './crossplane';
import { Leaf, LeafGroup, leavesOf } from './leaves';
import { FieldsEntry, Ownership } from './managedFields';
import { Resource } from './resource';
import { Difference, isWithin, LiveOnly } from './subset';
import { DriftItem } from './types';

/** Whom a live-only value belongs to. */
type Finding =
  | { readonly is: 'added' | 'stale' | 'suspect'; readonly entry?: FieldsEntry }
  | { readonly is: 'controller'; readonly entry: FieldsEntry }
  | { readonly is: 'default'; readonly entry?: FieldsEntry };

const WEIGHT = { added: 4, stale: 3, suspect: 2, controller: 1, default: 0 };

const RULES = {
  operational: 'Left behind by operating the cluster, nothing to act on.',
  default: 'Filled in by the API server.',
  controller: 'Written by a controller.',
  crossplane: 'Written by Crossplane.',
};

const CAUSES = {
  added: 'manual',
  stale: 'pending',
  suspect: 'unknown',
  controller: 'controller',
  default: 'default',
} as const;

function isPrefix(prefix: FieldPath, path: FieldPath): boolean {
  return (
    prefix.length <= path.length &&
    prefix.every((step, index) => sameStep(step, path[index]))
  );
}

function sameStep(left: FieldPath[number], right: FieldPath[number]): boolean {
  return (
    left === right ||
    (left.type === right.type &&
      (left.type === 'key'
        ? left.key === (right as typeof left).key
        : formatPath([left]) === formatPath([right])))
  );
}

/**
 * Inside a container that is owned whole only a value was sent of which we know
 * that the server would not put it there itself.
 */
function isSent(leaf: Leaf): boolean {
  return leaf.type.known === true;
}

class Judge {
  readonly #resource: Resource;
  readonly #differences: readonly Difference[];

  constructor(resource: Resource, differences: readonly Difference[]) {
    this.#resource = resource;
    this.#differences = differences;
  }

  /** Everything that Git gives in the container is so in the live object. */
  #isContainerEqual(path: FieldPath, depth: number): boolean {
    const container = path.slice(0, depth);
    return !this.#differences.some(
      difference =>
        isPrefix(container, difference.path) ||
        isPrefix(difference.path, container),
    );
  }

  /** A human's write, and not the defaults that came with it. */
  #isHumanWrite(owner: Ownership, leaf: Leaf): boolean {
    const { entry, how, depth } = owner;
    if (entry.group !== 'human') return false;
    if (how === 'whole' && !this.#isContainerEqual(leaf.path, depth)) {
      return false;
    }
    if (
      entry.operation === 'Apply' ||
      !this.#resource.wroteLastApplied(entry)
    ) {
      return true;
    }
    const sent = this.#resource.lastApplied;
    return getAt(sent, leaf.path, this.#resource.type) !== undefined;
  }

  /** The gitops tool sent it once, so a sync would take it away. */
  #isStale(owners: readonly Ownership[], leaf: Leaf): boolean {
    const apply = this.#resource.owners.gitopsApply;
    const [only] = owners;
    if (
      apply &&
      owners.length === 1 &&
      only.entry === apply &&
      (only.how === 'exact' || isSent(leaf))
    ) {
      return true;
    }
    return this.#resource.sentAt(leaf.path) !== undefined;
  }

  /** Client-side apply sent this very value, whoever has touched it since. */
  #sentAsIs(leaf: Leaf): boolean {
    if (this.#resource.owners.gitopsApply) return false;
    const sent = this.#resource.sentAt(leaf.path);
    return sent !== undefined && isWithin(sent, leaf.value, leaf.type);
  }

  judge(leaf: Leaf, isNullInGit: boolean): Finding {
    const owners = this.#resource.owners.ofLeaf(leaf.path);
    const apply = this.#resource.owners.gitopsApply;
    const isApplied = owners.some(({ entry }) => entry === apply);
    if (!isApplied && !this.#sentAsIs(leaf)) {
      const human = owners.find(owner => this.#isHumanWrite(owner, leaf));
      if (human) return { is: 'added', entry: human.entry };
    }
    if (!isNullInGit && this.#isStale(owners, leaf)) {
      const gitops = owners.find(({ entry }) => entry.group === 'gitops');
      return { is: 'stale', entry: gitops?.entry };
    }
    const unknown = owners.find(({ entry }) => entry.group === 'unknown');
    if (unknown && !isCrossplaneField(leaf.path, this.#resource.rawLive)) {
      return { is: 'suspect', entry: unknown.entry };
    }
    const controller = owners.find(({ entry }) => entry.group === 'controller');
    const other = controller ?? unknown;
    if (other) return { is: 'controller', entry: other.entry };
    return { is: 'default', entry: owners[0]?.entry };
  }
}

/** The finding that counts for a group: the gravest, and of those the newest. */
function gravest(findings: readonly Finding[]): Finding {
  return findings.reduce((best, next) => {
    const weight = WEIGHT[next.is] - WEIGHT[best.is];
    if (weight !== 0) return weight > 0 ? next : best;
    return (next.entry?.time ?? '') > (best.entry?.time ?? '') ? next : best;
  });
}

function itemOf(
  finding: Finding,
  group: LeafGroup,
  list: LiveOnly['list'],
  rule: string | undefined,
): DriftItem {
  const path = list?.path ?? group.path;
  const kind = finding.is === 'stale' ? 'stale' : 'added';
  return {
    path,
    text: formatPath(path),
    kind: list ? 'changed' : kind,
    desired: list?.desired,
    live: list?.live ?? group.value,
    cause: CAUSES[finding.is],
    ...attribution(finding.entry),
    rule,
  };
}

export interface LiveOnlyItems {
  readonly items: DriftItem[];
  readonly suspects: DriftItem[];
  readonly suppressed: DriftItem[];
}

function ruleOf(finding: Finding, group: LeafGroup, resource: Resource) {
  switch (finding.is) {
    case 'controller':
      return isCrossplaneField(group.path, resource.rawLive)
        ? RULES.crossplane
        : RULES.controller;
    case 'default':
      return RULES.default;
    default:
      return undefined;
  }
}

function filteredItem(group: LeafGroup): DriftItem {
  const rule =
    group.filtered === 'operational' ? RULES.operational : RULES.default;
  return itemOf({ is: 'default' }, group, undefined, rule);
}

/**
 * Judges the paths that only the live object has, by who owns them. Without
 * `explain` nothing is said of what does not count.
 */
export function judgeLiveOnly(
  liveOnly: readonly LiveOnly[],
  differences: readonly Difference[],
  resource: Resource,
  explain: boolean,
): LiveOnlyItems {
  const result: LiveOnlyItems = { items: [], suspects: [], suppressed: [] };
  const judge = new Judge(resource, differences);
  const { rawLive: live, input } = resource;
  const sides = { live, desired: input.desired ?? {} };
  for (const place of liveOnly) {
    for (const group of leavesOf(place, sides)) {
      if (group.leaves.length === 0) {
        if (explain) result.suppressed.push(filteredItem(group));
        continue;
      }
      const finding = gravest(
        group.leaves.map(leaf => judge.judge(leaf, place.isNullInGit)),
      );
      if (finding.is === 'controller' || finding.is === 'default') {
        if (!explain) continue;
      }
      const rule = ruleOf(finding, group, resource);
      // What does not count is shown where it is, also inside an atomic list.
      const list = rule === undefined ? place.list : undefined;
      const item = itemOf(finding, group, list, rule);
      if (finding.is === 'suspect') result.suspects.push(item);
      else if (rule === undefined) result.items.push(item);
      else result.suppressed.push(item);
    }
  }
  return result;
}
