import { conclude, evidence, known, unknownReason } from './evidence';
import { disqualified } from './people';
import { parseInstant } from './time';
import { Evidence, GateFacts, GateReview, GateVerdict } from './types';

type Opinion = {
  readonly last: GateReview;
  /** What the person said before it was dismissed. */
  readonly said: GateReview['state'];
};

/** Per person the last review that is not a comment. */
function opinions(reviews: readonly GateReview[]): Opinion[] {
  const time = (review: GateReview) => parseInstant(review.at) ?? 0;
  const inOrder = reviews
    .filter(review => review.state !== 'commented')
    .map((review, index) => ({ review, index }))
    .sort((a, b) => time(a.review) - time(b.review) || a.index - b.index);
  const last = new Map<string, Opinion>();
  for (const { review } of inOrder) {
    const before = last.get(review.by);
    const dismissed = review.state === 'dismissed';
    last.set(review.by, {
      last: review,
      said: dismissed ? before?.said ?? 'approved' : review.state,
    });
  }
  return [...last.values()];
}

function notCounted(opinion: Opinion, facts: GateFacts): string | undefined {
  const { last, said } = opinion;
  if (said !== 'approved') return undefined;
  if (last.state === 'dismissed') return 'dismissed';
  const content = facts.request?.content;
  const stale = content !== undefined && last.content !== content;
  return disqualified(last.by, facts.request) ?? (stale ? 'stale' : undefined);
}

function missingGroups(
  approvers: ReadonlySet<string>,
  wanted: Readonly<Record<string, number>>,
  facts: GateFacts,
): Evidence[] {
  return Object.entries(wanted).flatMap(([group, required]) => {
    const people = new Set(facts.groups?.[group] ?? []);
    const present = [...people].filter(name => approvers.has(name)).length;
    const missing = required - present;
    if (missing <= 0) return [];
    return [
      evidence(
        'approval.group-missing',
        `${missing} more of group ${group} must approve`,
        { group, missing },
      ),
    ];
  });
}

function missingAny(count: number, required: number): Evidence[] {
  const missing = required - count;
  if (missing <= 0) return [];
  return [
    evidence('approval.missing', `${missing} more must approve`, { missing }),
  ];
}

/**
 * Approvals by people other than those who made the change, of this content.
 * `minimum` is what an accepted override lowers the requirement to.
 */
export function approvalGate(
  facts: GateFacts,
  settings: NonNullable<GateFacts['rules']['approval']>,
  minimum: number | undefined,
): GateVerdict {
  const enough = evidence('approval.enough', 'Enough people have approved');
  const why = unknownReason(facts.reviews);
  if (why !== undefined) {
    const item = evidence('approval.unknown', `Not known: ${why}`, { why });
    return conclude([item], enough);
  }
  const items: Evidence[] = [];
  const approvers = new Set<string>();
  for (const opinion of opinions(known(facts.reviews) ?? [])) {
    const by = opinion.last.by;
    const reason = notCounted(opinion, facts);
    if (opinion.last.state === 'changesRequested') {
      items.push(
        evidence('approval.changes-requested', `${by} asked for changes`, {
          by,
        }),
      );
    } else if (reason !== undefined) {
      items.push(
        evidence(
          'approval.not-counted',
          `The approval of ${by} does not count: ${reason}`,
          { by, why: reason },
        ),
      );
    } else if (opinion.last.state === 'approved') {
      approvers.add(by);
    }
  }
  const required = settings.required ?? 0;
  const missing = [
    ...missingAny(approvers.size, required),
    ...missingGroups(approvers, settings.groups ?? {}, facts),
  ];
  if (missing.length === 0 || minimum === undefined) {
    return conclude([...missing, ...items], enough);
  }
  const lowered = missingAny(
    approvers.size,
    required > 0 ? Math.min(required, minimum) : minimum,
  );
  return conclude([...lowered, ...items], { ...enough, relaxed: true });
}
