import {
  FieldBase,
  FieldPath,
  FieldReason,
  HistoryAnswer,
  parityPercent,
  redact,
} from '@stagecraft/engine';
import {
  CommitRef,
  ComparedResource,
  Comparison,
  FieldDifference,
} from '@stagecraft/plugin-environments-common';
import { dump } from 'js-yaml';
import { EnvironmentFacts, ResourceFacts } from '../facts/types';
import { RepositoryIndex } from '../types';
import { addCounts, countDifferences, noCounts, REASONS } from './counts';
import { revisionOf } from './environmentCard';
import { notesOf } from './notes';
import { originOf } from './origins';
import { shadowedOf } from './shadowed';
import { shownAt } from './shown';

const WORDS = {
  pending: 'Lag',
  override: 'Override',
  ahead: 'Ahead',
  divergent: 'Divergent',
} as const;

/** Two environments of a service. */
export interface ComparisonInput {
  readonly service: string;
  readonly index: RepositoryIndex;
  readonly from: EnvironmentFacts;
  readonly to: EnvironmentFacts;
  readonly answer: HistoryAnswer;
}

/** Redacted YAML of a manifest in the order it was written in. */
export function yamlOf(
  object: ResourceFacts['resource']['manifest']['object'],
): string {
  return dump(redact(object), { lineWidth: -1, noRefs: true });
}

function quote(base: FieldBase, kind: string, path: FieldPath): string {
  if (base.by === 'none') return 'unknown';
  const value = shownAt(kind, path, base.value);
  if (value.state === 'absent') return 'not set';
  if (value.state === 'hidden') return 'hidden';
  return value.quoted ? `"${value.text}"` : value.text;
}

function sentence(
  field: FieldReason,
  { from, to }: ComparisonInput,
  kind: string,
): { sentence: string; commit?: string } {
  const [source, target] = [from.environment, to.environment];
  const { until, hotfix, sourceCommit, targetCommit } = field;
  switch (field.reason) {
    case 'override':
      return {
        sentence: field.rule
          ? `Kept by rule ${field.rule}: the value is ${target}'s own.`
          : `The value is ${target}'s own.`,
      };
    case 'pending': {
      const commit = until ?? sourceCommit;
      const id = commit?.id.slice(0, 7);
      if (field.target === undefined) {
        return {
          sentence: id
            ? `Added to ${source} in ${id}.`
            : `${target} does not have it yet.`,
          commit: commit?.id,
        };
      }
      if (field.source === undefined) {
        return {
          sentence: id
            ? `Removed from ${source} in ${id}.`
            : `${source} has it no more.`,
          commit: commit?.id,
        };
      }
      return {
        sentence: id
          ? `${target} has the value ${source} had until ${id}.`
          : `${target} has a value that ${source} had before.`,
        commit: commit?.id,
      };
    }
    case 'ahead': {
      const commit = hotfix?.commit ?? targetCommit ?? until;
      if (hotfix) {
        const name = hotfix.incident ? `Hotfix ${hotfix.incident}` : 'Hotfix';
        return {
          sentence: `${name}, not in ${source}.`,
          commit: commit?.id,
        };
      }
      return {
        sentence: commit
          ? `${target} changed it in ${commit.id.slice(
              0,
              7,
            )}; ${source} has the value from before.`
          : `${source} has a value that ${target} had before.`,
        commit: commit?.id,
      };
    }
    default:
      return {
        sentence:
          field.base.by === 'none'
            ? `${source} and ${target} never had the same value.`
            : `Both changed since the last promotion, when it was ${quote(
                field.base,
                kind,
                field.path,
              )}.`,
        commit: targetCommit?.id,
      };
  }
}

function difference(
  field: FieldReason,
  input: ComparisonInput,
  left: ResourceFacts | undefined,
  right: ResourceFacts | undefined,
): FieldDifference {
  const kind = field.resource.slice(0, field.resource.indexOf('/'));
  const ref = (id: string | undefined): CommitRef | undefined =>
    id === undefined ? undefined : input.index.commit(id);
  const side = (
    facts: ResourceFacts | undefined,
    value: FieldReason['source'],
    commit: string | undefined,
  ) => ({
    value: shownAt(kind, field.path, value),
    origin:
      facts && value !== undefined
        ? originOf(input.index, facts.resource.manifest, {
            path: field.path,
            commit: ref(commit),
          })
        : undefined,
  });
  return {
    path: field.text,
    left: side(left, field.source, field.sourceCommit?.id),
    right: side(right, field.target, field.targetCommit?.id),
    reason: REASONS[field.reason],
    why: { word: WORDS[field.reason], ...sentence(field, input, kind) },
    base:
      field.base.by === 'none'
        ? undefined
        : shownAt(kind, field.path, field.base.value),
  };
}

function presenceOf(
  left: ResourceFacts | undefined,
  right: ResourceFacts | undefined,
): ComparedResource['presence'] {
  if (left && right) return 'both';
  return left ? 'onlyLeft' : 'onlyRight';
}

function rank({ counts }: ComparedResource): number {
  if (counts.unexpected + counts.pending > 0) return 0;
  return counts.ahead + counts.expected > 0 ? 1 : 2;
}

function comments(facts: ResourceFacts, index: RepositoryIndex): string {
  const { file } = facts.resource.manifest.origin;
  const text = index.latest()?.tree.file(file)?.text ?? '';
  return (text.match(/(?:^|\s)#.*$/gm) ?? [])
    .map(line => line.trim())
    .join('\n');
}

/** Two environments field by field, resources with something to act on first. */
export function comparison(input: ComparisonInput): Comparison {
  const { from, to, answer, index } = input;
  const find = (facts: EnvironmentFacts, name: string) =>
    facts.resources.find(resource => resource.name === name);
  const names = new Set(
    [...from.resources, ...to.resources].map(({ name }) => name),
  );
  const resources: ComparedResource[] = [];
  let commentOnly = 0;
  for (const name of names) {
    const [left, right] = [find(from, name), find(to, name)];
    const known = left ?? right;
    if (!known) continue;
    const { kind, name: plain } = known.resource.manifest;
    const of = answer.resources.filter(({ resource }) => resource === name);
    const fields = of.flatMap(({ fields: all }) => all);
    if (
      fields.length === 0 &&
      left &&
      right &&
      comments(left, index) !== comments(right, index)
    ) {
      commentOnly += 1;
    }
    const shadowed = [from, to].flatMap(facts => {
      const here = find(facts, name);
      return here
        ? shadowedOf(index, here.resource).map(({ lostFields, ...origin }) => ({
            environment: facts.environment,
            inForce: originOf(index, here.resource.manifest),
            shadowed: origin,
            lostFields,
          }))
        : [];
    });
    const counts = countDifferences(of);
    if (left?.unreadable || right?.unreadable) counts.unknown += 1;
    resources.push({
      resource: name,
      kind,
      name: plain,
      presence: presenceOf(left, right),
      fields: fields
        .map(field => difference(field, input, left, right))
        .sort((a, b) => order(a) - order(b)),
      counts,
      shadowed,
      yaml: {
        left: left && yamlOf(left.resource.manifest.object),
        right: right && yamlOf(right.resource.manifest.object),
      },
    });
  }
  resources.sort((a, b) => rank(a) - rank(b));
  const counts = resources.reduce(
    (sum, resource) => addCounts(sum, resource.counts),
    noCounts(),
  );
  return {
    service: input.service,
    from: from.environment,
    to: to.environment,
    fromCommit: revisionOf(from, index)?.id,
    toCommit: revisionOf(to, index)?.id,
    resources,
    counts,
    parity: parityPercent(counts),
    commentOnly,
    notes: [...notesOf(from, index), ...notesOf(to, index)].filter(
      ({ code }) => code === 'file-unreadable' || code === 'not-applied',
    ),
  };
}

function order({ reason }: FieldDifference): number {
  return ['unexpected', 'pending', 'ahead', 'expected'].indexOf(reason);
}
