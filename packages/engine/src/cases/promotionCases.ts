import { mergeFile, PlanField } from '../promotion';
import { Json } from '../fields';

/** A case of cases/promotion.yaml; its head defines the fields. */
export interface PromotionCase {
  readonly id: string;
  readonly title?: string;
  readonly base: string | null;
  readonly source_now: string | null;
  readonly target: string | null;
  readonly options?: {
    readonly retain?: readonly string[];
    readonly set?: Readonly<Record<string, Json>>;
  };
  readonly expect: {
    readonly merged: string | null;
    readonly conflicts?: readonly string[];
    readonly kept?: readonly string[];
  };
}

function sameSet(name: string, got: string[], wanted: readonly string[]) {
  const [left, right] = [[...got].sort(), [...wanted].sort()];
  const same = JSON.stringify(left) === JSON.stringify(right);
  return same
    ? []
    : [`${name}: ${JSON.stringify(left)}, not ${JSON.stringify(right)}`];
}

/** Runs one case; the differences from what it expects, none if it passes. */
export function runPromotionCase(promotionCase: PromotionCase): string[] {
  const { expect, options } = promotionCase;
  const result = mergeFile(
    {
      base: promotionCase.base ?? undefined,
      source: promotionCase.source_now ?? undefined,
      target: promotionCase.target ?? undefined,
    },
    options,
  );
  const place = (field: PlanField) =>
    result.multiDocument ? `${field.resource}:${field.text}` : field.text;
  const paths = (wanted: (field: PlanField) => boolean) =>
    result.fields.filter(wanted).map(place);
  const differences: string[] = [];
  if (result.status === 'refused')
    differences.push(`refused: ${result.reason}`);
  const merged = result.text ?? null;
  if (merged !== expect.merged) {
    differences.push(
      `merged: ${JSON.stringify(merged)}, not ${JSON.stringify(expect.merged)}`,
    );
  }
  const conflicts = paths(field => field.action === 'conflict');
  const kept = paths(field => field.why === 'retain' && field.sourceChanged);
  return [
    ...differences,
    ...sameSet('conflicts', conflicts, expect.conflicts ?? []),
    ...sameSet('kept', kept, expect.kept ?? []),
  ];
}
