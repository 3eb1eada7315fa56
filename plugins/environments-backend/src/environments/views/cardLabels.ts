import { FieldPath, formatPath, Xrd } from '@stagecraft/engine';
import { EnvironmentFacts } from '../facts/types';
import { columnsOf } from '../facts/schemas';
import { countedItems } from './driftFields';
import { columnPath, lastStep, valueAt } from './fieldPaths';

/** More values do not fit on a card. */
const MOST = 4;

/** A value that a resource shows on every card, so that the eye reads sideways. */
export interface CardLabel {
  readonly label: string;
  readonly path: FieldPath;
  readonly text: string;
}

/** A field that differs between two environments. */
export interface DifferingField {
  readonly resource: string;
  readonly path: FieldPath;
}

function isScalar(value: unknown): boolean {
  return value === undefined || typeof value !== 'object';
}

/**
 * Which values each resource shows, by `Kind/name`: printer columns of its
 * definition, then fields that drift, then fields that differ between
 * environments. The same in every environment.
 */
export function cardLabels(
  environments: readonly EnvironmentFacts[],
  xrds: readonly Xrd[],
  differing: readonly DifferingField[],
): Map<string, CardLabel[]> {
  const labels = new Map<string, CardLabel[]>();
  const resources = environments.flatMap(facts => facts.resources);
  for (const { name, resource, schema } of resources) {
    if (labels.has(name) || !schema) continue;
    const of = resources.filter(other => other.name === name);
    const columns = columnsOf(xrds, resource.manifest)
      .filter(column => column.priority === 0)
      .flatMap(column => {
        const path = columnPath(column.jsonPath);
        return path ? [{ label: column.name.toLowerCase(), path }] : [];
      });
    const drifted = of.flatMap(other => countedItems(other));
    const others = [
      ...drifted,
      ...differing.filter(field => field.resource === name),
    ].map(({ path }) => ({ label: lastStep(path), path }));
    const candidates = [
      ...columns,
      ...others.filter(({ path }) => inSpec(path)),
    ];

    const chosen = new Map<string, CardLabel>();
    for (const { label, path } of candidates) {
      const text = formatPath(path);
      const values = of.map(other =>
        valueAt(other.resource.manifest.object, path),
      );
      const used = values.some(value => value !== undefined);
      const live = drifted.some(item => item.text === text);
      if (chosen.size < MOST && (used || live) && values.every(isScalar)) {
        chosen.set(text, { label, path, text });
      }
    }
    labels.set(name, [...chosen.values()]);
  }
  return labels;
}

function inSpec(path: FieldPath): boolean {
  const [first] = path;
  return first?.type === 'key' && first.key === 'spec';
}
