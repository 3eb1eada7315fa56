import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  Decision,
  HistoryAnswer,
  Json,
  planPromotion as mergePromotion,
  PromotionPlan as EnginePlan,
  requestText,
} from '@stagecraft/engine';
import {
  CommitRef,
  PlanDecision,
  PlanRequest,
  PromotionPlan,
} from '@stagecraft/plugin-environments-common';
import { z } from 'zod';
import { contentId, FileWrites } from '../../repository';
import { ENVIRONMENT_LABELS, PlanningConfig } from '../rules';
import { GateJudge, PlannedChange, PlanningSource } from '../types';
import { baseOf } from './baseOf';
import { owedValues } from './owedValues';
import { planDiffs, textBefore } from './planDiffs';
import { PlanMaterial, planResources, Refusal } from './planResources';
import { checkWay, promotionWay } from './planWay';
import { wireCommit, wireFields } from './wireFields';

function engineDecisions(decisions: readonly PlanDecision[]): Decision[] {
  return decisions.map(({ resource, path, choose, value }) => {
    if (value === undefined) return { resource, path, choose };
    const json = z.json().safeParse(value);
    if (!json.success) {
      throw new InputError(`The value for ${resource} ${path} is not JSON`);
    }
    return { resource, path, choose, value: json.data as Json };
  });
}

/** Newest of the commits that gave the source environment what it has. */
function newestOf(
  refs: ReadonlyArray<CommitRef | undefined>,
): CommitRef | undefined {
  return refs.reduce(
    (newest, ref) =>
      ref && (!newest || Date.parse(ref.time) > Date.parse(newest.time))
        ? ref
        : newest,
    undefined,
  );
}

function sourceCommitOf(
  source: PlanningSource,
  material: PlanMaterial,
  history: HistoryAnswer,
  head: string,
): CommitRef {
  const newest = newestOf([
    source.lastChange(material.sourceFiles),
    ...history.fields.map(field => wireCommit(source, field.sourceCommit)),
  ]);
  return (
    newest ??
    source.commit(head) ?? {
      id: head,
      shortId: head.slice(0, 7),
      subject: '',
      author: '',
      time: new Date(0).toISOString(),
    }
  );
}

/** What a plan would write: only what is different afterwards. */
function writesOf(plan: EnginePlan, material: PlanMaterial) {
  const changed = plan.files.filter(
    file =>
      file.status !== 'refused' && textBefore(file, material) !== file.after,
  );
  const texts = (
    side: (file: EnginePlan['files'][number]) => string | undefined,
  ) => new Map(changed.map(file => [file.path, side(file)] as const));
  return {
    before: texts(file => textBefore(file, material)),
    after: texts(file => file.after),
  };
}

function planId(request: PlanRequest & { service: string }, after: FileWrites) {
  const { service, from, to } = request;
  return createHash('sha256')
    .update(JSON.stringify([service, from, to, [...after]]))
    .digest('hex');
}

function blockedBy(
  plan: EnginePlan,
  refusals: readonly Refusal[],
): string | undefined {
  const [refused] = [
    ...refusals,
    ...plan.resources.flatMap(({ resource, path = resource, change, reason }) =>
      change === 'refused' ? [{ resource, path, reason }] : [],
    ),
  ];
  if (refused) {
    return `${refused.resource} cannot be promoted: ${
      refused.reason ?? 'it cannot be edited safely'
    }.`;
  }
  const left = plan.conflicts.length;
  if (left === 0) return undefined;
  return `Decide ${left} ${left === 1 ? 'field' : 'fields'} to continue.`;
}

/**
 * Plans a promotion on the newest commit: three-way merge of every resource of
 * the service, the files it gives, the gates as they would be judged now, and
 * the words of the request. Writes nothing.
 *
 * @throws InputError for unknown environments or resources
 */
export async function planPromotion(options: {
  request: PlanRequest & { service: string };
  user: string;
  source: PlanningSource;
  config: PlanningConfig;
  judge: GateJudge;
  openOnWay: (repository: string, way: string) => Promise<number | undefined>;
}): Promise<{ plan: PromotionPlan; change: PlannedChange }> {
  const { request, user, source, config, judge } = options;
  const { service, from, to, decisions = [] } = request;
  const snapshot = await source.current();
  const order = checkWay(snapshot, from, to);
  const history = await source.history(service, from, to);
  const material = planResources({
    snapshot,
    history,
    service,
    from,
    to,
    only: request.resources && new Set(request.resources),
  });
  const found = new Set([
    ...history.resources.map(({ resource }) => resource),
    ...material.resources.map(({ key }) => key.slice(key.indexOf('/') + 1)),
  ]);
  const unknown = request.resources?.find(name => !found.has(name));
  if (unknown !== undefined) {
    throw new InputError(`${service} has no ${unknown} in ${from} or ${to}`);
  }
  const plan = mergePromotion({
    from,
    to,
    resources: material.resources,
    retain: config.overrides,
    identity: ENVIRONMENT_LABELS,
    decisions: engineDecisions(decisions),
    namespaces: snapshot.layout.environments.find(({ name }) => name === to)
      ?.namespaces,
    existing: path => snapshot.tree.file(path)?.text,
    owed: await owedValues(source, service, to, order),
  });
  const { before, after } = writesOf(plan, material);
  const gates = await judge.judge({
    service,
    from,
    to,
    source,
    before,
    after,
    review: { author: user, content: contentId(after), reviews: [] },
  });
  const way = promotionWay(service, from, to);
  const sourceCommit = sourceCommitOf(
    source,
    material,
    history,
    snapshot.commit,
  );
  const isBackport = order.indexOf(from) > order.indexOf(to);
  const { title, body, trailers } = requestText({
    service,
    plan,
    sourceCommit: sourceCommit.id,
    by: user.replace(/^user:(default\/)?/, ''),
    gates: gates.results,
    kind: isBackport ? 'backport' : 'promotion',
  });
  const text = { title, body, trailers: [...trailers] };
  const fields = wireFields({
    fields: plan.resources.flatMap(item => item.fields),
    history,
    source,
    decisions,
  });
  const files = planDiffs({
    files: plan.files,
    material,
    refusals: material.refusals,
    snapshot,
  });
  const blocked = blockedBy(plan, material.refusals);
  const nothing = after.size === 0 && blocked === undefined;
  return {
    plan: {
      service,
      from,
      to,
      planId: planId(request, after),
      sourceCommit,
      targetCommit: newestOf([source.lastChange(material.targetFiles)]),
      base: baseOf(history, source),
      fields,
      files,
      gates,
      text,
      openRequest: await options.openOnWay(source.repository.name, way),
      empty: nothing,
      toDecide: plan.conflicts.length,
    },
    change: {
      type: isBackport ? 'backport' : 'promotion',
      repository: source.repository.name,
      service,
      from,
      to,
      way,
      base: snapshot.commit,
      files: after,
      fields,
      diffs: files,
      gates,
      text,
      blocked,
      empty: nothing
        ? `Nothing to promote: ${to} already has these values`
        : undefined,
    },
  };
}
