import { detectDrift, jqQuestion, readIgnoreRules } from '../drift';
import type { DriftInput, JqQuestion } from '../drift';
import { isObject, Json, JsonObject, parsePath, sameJson } from '../fields';
import { readYaml } from '../manifests';

interface SchemaFacts {
  readonly keys?: readonly string[];
  readonly set?: boolean;
  readonly default?: unknown;
  readonly quantity?: boolean;
  readonly atomic?: boolean;
  readonly format?: string;
  readonly duration?: boolean;
}

/** One case of cases/drift.yaml or cases/drift-recorded.yaml. */
export interface DriftCase {
  readonly id: string;
  readonly title: string;
  /** The raw text, where reading its scalars is the point. */
  readonly desiredText?: string;
  readonly desired?: JsonObject | null;
  readonly live?: JsonObject | null;
  readonly context?: {
    readonly ignoreDifferences?: Json;
    readonly schema?: Readonly<Record<string, SchemaFacts>>;
    readonly dryRun?: JsonObject;
    readonly synced?: boolean;
  };
  readonly expect: {
    readonly drifted: boolean;
    readonly paths: readonly string[];
    readonly cause?: string;
    readonly manager?: string;
  };
}

type Schema = { [key: string]: unknown };

function property(schema: Schema, key: string): Schema {
  schema.properties ??= {};
  const properties = schema.properties as { [key: string]: Schema };
  properties[key] ??= {};
  return properties[key];
}

function put(schema: Schema, facts: SchemaFacts): void {
  if (facts.keys) {
    schema['x-kubernetes-list-type'] = 'map';
    schema['x-kubernetes-list-map-keys'] = facts.keys;
  }
  if (facts.set) schema['x-kubernetes-list-type'] = 'set';
  if (facts.quantity) schema.format = 'quantity';
  if (facts.duration) schema.format = 'duration';
  if (facts.format) schema.format = facts.format;
  if (facts.default !== undefined) schema.default = facts.default;
}

/** The schema that a case's facts (`spec.users[].role`) are taken from. */
function schemaOf(
  facts: Readonly<Record<string, SchemaFacts>> | undefined,
): JsonObject | undefined {
  if (!facts) return undefined;
  const root: Schema = {};
  for (const [path, fact] of Object.entries(facts)) {
    let schema = root;
    for (const part of path.split('.')) {
      const depth = part.split('[]').length - 1;
      schema = property(schema, part.replace(/\[\]/g, ''));
      for (let i = 0; i < depth; i++) {
        schema.items ??= {};
        schema = schema.items as Schema;
      }
    }
    put(schema, fact);
  }
  return root as JsonObject;
}

function list(paths: Iterable<string>): string {
  return `[${[...paths].sort().join(', ')}]`;
}

function desiredOf(input: DriftCase): JsonObject | undefined {
  if (input.desiredText === undefined) return input.desired ?? undefined;
  const value = readYaml(input.desiredText);
  return isObject(value) ? value : undefined;
}

function inputOf({ context, id, ...input }: DriftCase): DriftInput {
  const live = input.live ?? undefined;
  return {
    desired: desiredOf({ context, id, ...input }),
    live: isObject(live)
      ? { state: 'read', object: live }
      : { state: 'missing' },
    schema: schemaOf(context?.schema),
    ignore: readIgnoreRules({
      ignoreDifferences: context?.ignoreDifferences ?? null,
    }),
    dryRun: context?.dryRun,
    synced: context?.synced,
    salt: id,
  };
}

/** What a case has to be asked of jq before it can be run; mostly nothing. */
export function jqQuestionOfCase(input: DriftCase): JqQuestion | undefined {
  return input.context?.ignoreDifferences
    ? jqQuestion(inputOf(input))
    : undefined;
}

/**
 * Runs one case; the differences from what it expects, none if it passes.
 *
 * @param jq - answers to `jqQuestionOfCase`
 */
export function runDriftCase(
  input: DriftCase,
  jq?: DriftInput['jq'],
): string[] {
  const { expect } = input;
  const question = inputOf(input);
  const { desired } = question;
  const drift = detectDrift({ ...question, jq });
  const problems: string[] = [];
  if (input.desired && !sameJson(desired, input.desired)) {
    problems.push('the text is not read as the case says');
  }
  const { items } = drift;
  if (items.length > 0 !== expect.drifted) {
    problems.push(`drifted: ${items.length > 0}, expected ${expect.drifted}`);
  }
  const found = list(items.map(({ text }) => text));
  if (found !== list(expect.paths)) {
    problems.push(`paths: ${found}, expected ${list(expect.paths)}`);
  }
  for (const { text } of items) {
    if (!parsePath(text)) problems.push(`path does not read back: ${text}`);
  }
  const causes = items.map(({ cause }) => cause);
  if (expect.cause && causes.some(cause => cause !== expect.cause)) {
    problems.push(`cause: ${list(causes)}, expected ${expect.cause}`);
  }
  const managers = items.flatMap(({ manager }) => manager ?? []);
  if (expect.manager && !managers.includes(expect.manager)) {
    problems.push(`manager: ${list(managers)}, expected ${expect.manager}`);
  }
  if (drift.verdict === 'unknown') problems.push(`unknown: ${drift.reason}`);
  return problems;
}
