import {
  PlanDecision,
  PlanField,
} from '@stagecraft/plugin-environments-common';

/** Names one field of a plan. */
export function fieldKey(field: { resource: string; path: string }): string {
  return `${field.resource} ${field.path}`;
}

/** The decisions with one more; the newest for a field counts. */
export function decide(
  decisions: PlanDecision[],
  decision: PlanDecision,
): PlanDecision[] {
  const key = fieldKey(decision);
  return [...decisions.filter(old => fieldKey(old) !== key), decision];
}

/** Fields of a plan in the sections that the dialog shows. */
export interface PlanSections {
  /** Those that need a decision or needed one. */
  asked: PlanField[];
  takes: PlanField[];
  keeps: PlanField[];
}

/**
 * Sorts fields into sections. A field that needed a decision stays in its
 * place when it is decided, so that nothing jumps away under the pointer.
 */
export function toSections(
  fields: PlanField[],
  askedFor: ReadonlySet<string>,
): PlanSections {
  const sections: PlanSections = {
    asked: [],
    takes: [],
    keeps: [],
  };
  for (const field of fields) {
    if (field.action === 'decide' || askedFor.has(fieldKey(field))) {
      sections.asked.push(field);
    } else if (field.action === 'take') {
      sections.takes.push(field);
    } else {
      sections.keeps.push(field);
    }
  }
  return sections;
}

/** Groups by resource, in order of appearance. */
export function byResource(fields: PlanField[]): Array<[string, PlanField[]]> {
  const groups = new Map<string, PlanField[]>();
  for (const field of fields) {
    groups.set(field.resource, [...(groups.get(field.resource) ?? []), field]);
  }
  return [...groups];
}

/**
 * Reads what a person typed as a value: a number, true, false, null or JSON is
 * taken as such, unless the field holds text in the plan; all else is text.
 */
export function readTyped(text: string, field: PlanField): unknown {
  const sides = [field.source, field.target, field.base];
  if (sides.some(side => side?.state === 'value' && side.quoted)) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
