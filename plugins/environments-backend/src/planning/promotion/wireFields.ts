import {
  CommitRef as EngineCommit,
  FieldReason,
  HistoryAnswer,
  PlanField as EngineField,
} from '@stagecraft/engine';
import {
  CommitRef,
  PlanDecision,
  PlanField,
} from '@stagecraft/plugin-environments-common';
import { shownAt } from '../../values';
import { PlanningSource } from '../types';

const ACTIONS = { take: 'take', keep: 'keep', conflict: 'decide' } as const;

const REASONS = {
  'source-changed': 'sourceChanged',
  retain: 'override',
  override: 'override',
  'target-only': 'targetOnly',
  'both-changed': 'bothChanged',
  'no-base': 'noBase',
  decided: 'decided',
} as const;

/** A commit of the history as people name it. */
export function wireCommit(
  source: PlanningSource,
  commit: EngineCommit | undefined,
): CommitRef | undefined {
  if (!commit) return undefined;
  return (
    source.commit(commit.id) ?? {
      id: commit.id,
      shortId: commit.id.slice(0, 7),
      subject: commit.subject,
      author: commit.author ?? 'unknown',
      time: commit.time ?? new Date(0).toISOString(),
    }
  );
}

function whyOf(
  field: EngineField,
  reason: FieldReason | undefined,
): PlanField['why'] {
  return field.action === 'keep' &&
    field.why !== 'decided' &&
    reason?.reason === 'ahead'
    ? 'ahead'
    : REASONS[field.why];
}

/** Fields of a plan with their values, who changed them, and what was decided. */
export function wireFields(options: {
  fields: readonly EngineField[];
  history: HistoryAnswer;
  source: PlanningSource;
  decisions: readonly PlanDecision[];
}): PlanField[] {
  const { fields, history, source, decisions } = options;
  const reasons = new Map(
    history.fields.map(item => [`${item.resource}\n${item.text}`, item]),
  );
  return fields.map(field => {
    const kind = field.resource.split('/')[0];
    const value = (side: EngineField['source']) =>
      shownAt(kind, field.text, side);
    const reason = reasons.get(`${field.resource}\n${field.text}`);
    const decision = decisions.findLast(
      item => item.resource === field.resource && item.path === field.text,
    );
    return {
      resource: field.resource,
      path: field.text,
      action: ACTIONS[field.action],
      why: whyOf(field, reason),
      source: value(field.source),
      target: value(field.target),
      ...(field.base !== undefined && { base: value(field.base) }),
      ...(decision?.choose === 'value' && { result: value(field.result) }),
      sourceCommit: wireCommit(source, reason?.sourceCommit),
      targetCommit: wireCommit(source, reason?.targetCommit),
      pays: field.pays,
      ...(field.why === 'decided' && { decided: decision?.choose }),
    };
  });
}
