import {
  ComparedResource,
  Comparison,
  DifferenceReason,
} from '@stagecraft/plugin-environments-common';

/** What the compare view can be narrowed to. */
export type CompareFilter = DifferenceReason | 'all' | 'equal';

export const COMPARE_FILTERS: CompareFilter[] = [
  'all',
  'pending',
  'unexpected',
  'ahead',
  'expected',
  'equal',
];

/** Reads `?show=` of the address. */
export function toCompareFilter(text: string | undefined): CompareFilter {
  return COMPARE_FILTERS.find(filter => filter === text) ?? 'all';
}

/** Number behind a filter's name. */
export function countOf(comparison: Comparison, filter: CompareFilter): number {
  const { counts } = comparison;
  return filter === 'all'
    ? counts.pending + counts.unexpected + counts.ahead + counts.expected
    : counts[filter];
}

/**
 * Resources with the fields that match; those with unexpected or pending fields
 * come first. With `equal`, the resources that differ in nothing.
 */
export function filterComparison(
  comparison: Comparison,
  filter: CompareFilter,
  search: string,
): ComparedResource[] {
  const wanted = search.trim().toLocaleLowerCase('en');
  const matches = (text: string) =>
    text.toLocaleLowerCase('en').includes(wanted);
  const urgent = ({ counts }: ComparedResource) =>
    counts.unexpected > 0 || counts.pending > 0 ? 0 : 1;
  const order = [...comparison.resources].sort((a, b) => urgent(a) - urgent(b));
  if (filter === 'equal') {
    return order.filter(
      resource => resource.fields.length === 0 && matches(resource.resource),
    );
  }
  return order
    .map(resource => ({
      ...resource,
      fields: resource.fields.filter(
        field =>
          (filter === 'all' || field.reason === filter) &&
          (matches(field.path) || matches(resource.resource)),
      ),
    }))
    .filter(
      resource =>
        resource.fields.length > 0 ||
        (filter === 'all' && wanted === '' && resource.shadowed.length > 0),
    );
}
