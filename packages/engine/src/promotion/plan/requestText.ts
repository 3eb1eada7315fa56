import { formatPath, isList, isObject, Json } from '../../fields';
import { renderFlow } from '../edit/render';
import { isSecretField } from './secrets';
import { PlanField, PromotionPlan } from '../types';

/** What a change request is described by. */
export interface RequestFacts {
  readonly service: string;
  readonly plan: PromotionPlan;
  /** 40 hex digits: the commit of the source environment. */
  readonly sourceCommit: string;
  /** Who asked for it. */
  readonly by: string;
  readonly gates?: ReadonlyArray<{
    readonly verdict: 'pass' | 'fail' | 'pending' | 'warn';
  }>;
  /** A sentence part on the source environment: `healthy since 14:18`. */
  readonly validated?: string;
  /** A backport goes down: from the fixed environment to a lower one. */
  readonly kind?: 'promotion' | 'backport';
}

/** Title, description and trailers of a change request. */
export interface RequestText {
  readonly title: string;
  /** Markdown, without the trailers. */
  readonly body: string;
  readonly trailers: readonly string[];
  /** All three as a commit message. */
  readonly message: string;
}

/** Fields that are named one by one before the rest is only counted. */
const NAMED = 12;

const WORDS = [
  ['pass', 'pass'],
  ['warn', 'warn'],
  ['fail', 'fail'],
  ['pending', 'wait'],
] as const;

/** One line: what people wrote must not begin a line of its own. */
function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function code(text: string): string {
  const longest = Math.max(
    0,
    ...(text.match(/`+/g) ?? []).map(ticks => ticks.length),
  );
  if (longest === 0) return `\`${text}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

function valueText(field: PlanField, value: Json | undefined): string {
  if (value === undefined) return 'not set';
  if (isSecretField(field)) return '(hidden)';
  if (isObject(value)) {
    const count = Object.keys(value).length;
    return `(${count} ${count === 1 ? 'field' : 'fields'})`;
  }
  if (isList(value) && value.some(isObject)) return `(${value.length} items)`;
  const text = line(typeof value === 'string' ? value : renderFlow(value));
  return code(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

/** The end of a path, which is what people call the field. */
function shortPath({ path }: PlanField): string {
  const from = path.findLastIndex(step => step.type === 'key');
  const text = path
    .slice(Math.max(from, 0))
    .map(step => (step.type === 'key' ? step.key : formatPath([step])))
    .join('');
  return line(text).replace(/`/g, "'");
}

function listOf(parts: readonly string[]): string {
  const named = parts.slice(0, NAMED);
  const rest = parts.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more`;
  if (named.length < 2) return named.join('');
  return `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

function nameOf(resource: string): string {
  return line(resource.slice(resource.indexOf('/') + 1));
}

/** One sentence a resource, in the order of the plan. */
function sentences(
  verb: string,
  fields: readonly PlanField[],
  describe: (field: PlanField) => string,
): string[] {
  const byResource = new Map<string, string[]>();
  for (const field of fields) {
    const parts = byResource.get(field.resource) ?? [];
    byResource.set(field.resource, [...parts, describe(field)]);
  }
  return [...byResource].map(
    ([resource, parts]) =>
      `**${verb}** ${listOf(parts)} for ${nameOf(resource)}.`,
  );
}

function resourcesOf(
  plan: PromotionPlan,
  change: 'created' | 'deleted',
): string[] {
  return plan.resources
    .filter(item => item.change === change)
    .map(item => `${line(item.resource).replace('/', ' ')}`);
}

function bodyOf({ plan, validated }: RequestFacts): string {
  const whole = (field: PlanField) => field.text === '';
  const takes = plan.takes.filter(
    field => !whole(field) && field.why !== 'decided',
  );
  const set = takes.filter(field => field.type !== 'removed');
  const gone = takes.filter(field => field.type === 'removed');
  const decided = [...plan.takes, ...plan.keeps].filter(
    field => field.why === 'decided' && !whole(field),
  );
  const kept = plan.keeps.filter(
    field => field.why !== 'decided' && !whole(field),
  );
  const value = (field: PlanField) =>
    `${shortPath(field)} ${valueText(field, field.result)}`;
  const pays = new Map<string, string[]>();
  for (const field of plan.takes) {
    if (field.pays === undefined) continue;
    const paid = pays.get(field.pays) ?? [];
    pays.set(field.pays, [...paid, shortPath(field) || nameOf(field.resource)]);
  }
  const added = resourcesOf(plan, 'created');
  const deleted = resourcesOf(plan, 'deleted');
  const paragraphs = [
    ...(added.length > 0 ? [`**Adds** ${listOf(added)}.`] : []),
    ...(deleted.length > 0 ? [`**Deletes** ${listOf(deleted)}.`] : []),
    ...sentences('Takes', set, value),
    ...sentences('Removes', gone, shortPath),
    ...sentences(
      'Decided',
      decided,
      field =>
        `${value(field)} (${plan.from} ${valueText(field, field.source)}, ${
          plan.to
        } ${valueText(field, field.target)})`,
    ),
    ...sentences('Keeps', kept, field =>
      field.target === undefined ? `no ${shortPath(field)}` : value(field),
    ),
    ...[...pays].map(
      ([incident, paths]) => `**Pays** ${line(incident)}: ${listOf(paths)}.`,
    ),
    ...(validated === undefined
      ? []
      : [`**Validated in ${line(plan.from)}**: ${line(validated)}.`]),
  ];
  return paragraphs.join('\n\n');
}

function gatesText(gates: NonNullable<RequestFacts['gates']>): string {
  const counts = WORDS.map(([verdict, word]) => {
    const count = gates.filter(gate => gate.verdict === verdict).length;
    return count > 0 ? `${count} ${word}` : '';
  });
  return counts.filter(text => text !== '').join(', ');
}

/**
 * What a change request for a plan says. The trailers are what later plans
 * find their base by, so they have to reach the commit message.
 */
export function requestText(facts: RequestFacts): RequestText {
  const { service, plan, sourceCommit, by, gates, kind } = facts;
  const verb = kind === 'backport' ? 'Backport' : 'Promote';
  const title = `${verb}: ${line(service)} to ${line(plan.to)}`;
  const body = bodyOf(facts);
  const trailers = [
    `Promoted-From: ${line(sourceCommit)}`,
    `Promoted-By: ${line(by)}`,
    ...(gates && gates.length > 0 ? [`Gates: ${gatesText(gates)}`] : []),
  ];
  const message = [title, body, trailers.join('\n')]
    .filter(part => part !== '')
    .join('\n\n');
  return { title, body, trailers, message: `${message}\n` };
}
