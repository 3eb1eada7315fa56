import { HistoryAnswer, ResourceHistory } from '@stagecraft/engine';
import { PromotionPlan } from '@stagecraft/plugin-environments-common';
import { PlanningSource } from '../types';
import { wireCommit } from './wireFields';

/** "(#131)" at the end of a subject, as merges of the portal and of forges have it. */
const REQUEST = /\(#(\d+)\)\s*$/;

function newer(one: ResourceHistory, other: ResourceHistory): ResourceHistory {
  const position = (item: ResourceHistory) =>
    (item.promotion ?? item.base)?.index ?? -1;
  return position(other) > position(one) ? other : one;
}

/** What the plan stands on: the newest promotion, else the newest agreement; undefined if there was neither. */
export function baseOf(
  history: HistoryAnswer,
  source: PlanningSource,
): PromotionPlan['base'] {
  const promoted = history.resources.filter(
    ({ baseBy, promotion }) => baseBy === 'trailer' && promotion,
  );
  const agreed = history.resources.filter(
    ({ baseBy, base }) => baseBy === 'agreed' && base,
  );
  if (promoted.length > 0) {
    const { promotion } = promoted.reduce(newer);
    const commit = wireCommit(source, promotion);
    const request = promotion && REQUEST.exec(promotion.subject)?.[1];
    return (
      commit && {
        by: 'trailer',
        commit,
        ...(request && { request: Number(request) }),
      }
    );
  }
  if (agreed.length === 0) return undefined;
  const commit = wireCommit(source, agreed.reduce(newer).base);
  return commit && { by: 'agreed', commit };
}
