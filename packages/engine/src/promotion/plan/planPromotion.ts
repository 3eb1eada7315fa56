import { isObject, Json } from '../../fields';
import { blockLines } from '../edit/copy';
import { documentText } from '../edit/composeFile';
import { TextDocument } from '../edit/documents';
import { editDocument } from '../edit/editDocument';
import { EditError, refusal } from '../errors';
import { resourceName } from '../mergeDocument';
import { statusOf } from '../outcome';
import {
  PlanField,
  PlanInput,
  PlannedFile,
  PlannedResource,
  PlanResource,
  PromotionPlan,
} from '../types';
import { firstValues, namespaceIn, NewHome } from './firstValues';
import { Located, Texts } from './locate';
import { mergeResource } from './mergeResource';
import { TargetFile } from './targetFile';
import { mirrorPath, ownPath } from './targetPath';

/** A plan being made: files of the target and what is known of namespaces. */
class Planner {
  readonly files = new Map<string, TargetFile>();
  readonly #input: PlanInput;
  readonly #texts = new Texts();
  readonly #learned = new Map<string, string>();

  constructor(input: PlanInput) {
    this.#input = input;
  }

  locate(resource: PlanResource): { source?: Located; target?: Located } {
    const source = resource.source && this.#texts.locate(resource.source);
    const target = resource.target && this.#texts.locate(resource.target);
    const from = namespaceIn(source?.value);
    const to = namespaceIn(target?.value);
    if (from !== undefined && to !== undefined) this.#learned.set(from, to);
    return { source, target };
  }

  #file(path: string, text: string | undefined): TargetFile {
    const known = this.files.get(path);
    if (known) return known;
    const documents = text === undefined ? [] : this.#texts.documents(text);
    const { lists } = this.#input;
    const made = new TargetFile(path, text, documents, lists);
    this.files.set(path, made);
    return made;
  }

  fileOf({ at }: Located): TargetFile {
    return this.#file(at.path, at.text);
  }

  /** A file that does not exist or holds siblings of the new resource. */
  newFileFor(source: Located, resource: string): TargetFile {
    const { from, to, existing } = this.#input;
    const path = mirrorPath(source.at.path, from, to);
    if (path === undefined) {
      throw new EditError(
        'no-place',
        `${source.at.path} does not name ${from}, so nothing tells where the file of ${to} belongs`,
      );
    }
    const mirror = this.#file(path, existing?.(path));
    const names = new Set(
      source.documents.map(document => resourceName(document.value)),
    );
    const held = mirror.documents.map(item => resourceName(item.value));
    if (held.includes(resource)) {
      throw new EditError('already-there', `${path} already has ${resource}`);
    }
    if (mirror.before === undefined || held.some(name => names.has(name))) {
      return mirror;
    }
    const own = ownPath(path, resource);
    const other = this.#file(own, existing?.(own));
    if (other.before === undefined) return other;
    throw new EditError(
      'no-place',
      `${path} and ${own} are taken by other resources`,
    );
  }

  /** Text of a resource that comes into the target for the first time. */
  firstText(source: Located, value: Json): { text: string; value: Json } {
    const { from, to, set, namespaces } = this.#input;
    const home: NewHome = { from, to, set, namespaces, learned: this.#learned };
    const wanted = isObject(value) ? firstValues(value, home) : value;
    const text =
      source.at.item === undefined
        ? documentText(source.document)
        : `${blockLines(source.donor, source.value, 0, 0)}\n`;
    return { text: editDocument(text, { document: 0, wanted }), value: wanted };
  }
}

/** The document of the file that holds the source's nearest earlier sibling. */
function predecessor(
  file: TargetFile,
  source: Located,
): TextDocument | undefined {
  const names = source.documents.map(item => resourceName(item.value));
  for (let index = source.at.document - 1; index >= 0; index--) {
    const found = file.documents.find(
      item => resourceName(item.value) === names[index],
    );
    if (found) return found;
  }
  return file.documents.at(-1);
}

function planResource(
  planner: Planner,
  resource: PlanResource,
  input: PlanInput,
  { source, target }: { source?: Located; target?: Located },
): PlannedResource {
  const merge = mergeResource(
    { base: resource.base, source: source?.value, target: target?.value },
    input,
  );
  const { value, fields, resource: name } = merge;
  const common = { key: resource.key, resource: name, fields };
  if (target) {
    const file = planner.fileOf(target);
    file.resources.push(name);
    file.fields.push(...fields);
    file.change(target, value, source);
    const takes = fields.some(field => field.action === 'take');
    const kept = takes ? 'changed' : 'none';
    const change = value === undefined ? 'deleted' : kept;
    return { ...common, path: file.path, change };
  }
  if (!source || value === undefined) return { ...common, change: 'none' };
  const file = planner.newFileFor(source, name);
  const after = predecessor(file, source);
  file.add({ ...planner.firstText(source, value), after }, source.at.document);
  file.resources.push(name);
  file.fields.push(...fields);
  return { ...common, path: file.path, change: 'created' };
}

function finish(file: TargetFile): PlannedFile {
  const { path, before, fields, resources } = file;
  const common = { path, before, fields, resources };
  try {
    const after = file.compose();
    return { ...common, after, status: statusOf(before, after, fields) };
  } catch (error) {
    const reason = refusal(error);
    return { ...common, after: before, status: 'refused', reason };
  }
}

function stateOf(
  resources: readonly PlannedResource[],
  files: readonly PlannedFile[],
  conflicts: readonly PlanField[],
): PromotionPlan['state'] {
  if (resources.some(item => item.change === 'refused')) return 'refused';
  if (files.some(file => file.status === 'refused')) return 'refused';
  if (conflicts.length > 0) return 'undecided';
  return files.length > 0 ? 'ready' : 'nothing';
}

/** Marks the resources of a file that cannot be written. */
function withRefusals(
  resources: readonly PlannedResource[],
  files: readonly PlannedFile[],
): PlannedResource[] {
  const refused = new Map(
    files
      .filter(file => file.status === 'refused')
      .map(file => [file.path, file.reason]),
  );
  return resources.map(item =>
    item.path !== undefined && refused.has(item.path) && item.change !== 'none'
      ? { ...item, change: 'refused', reason: refused.get(item.path) }
      : item,
  );
}

/**
 * Plans the promotion of resources from one environment to the next: which
 * fields are taken, kept or in conflict, and the files of the target as they
 * will be. A resource that the target lacks comes into the file that mirrors
 * the source's, with the identity of the target environment. Nothing is
 * thrown for what cannot be read or edited: it is `refused`, with the reason.
 */
export function planPromotion(input: PlanInput): PromotionPlan {
  const planner = new Planner(input);
  const located = input.resources.map(resource => {
    if (resource.refused !== undefined) {
      return { resource, reason: resource.refused };
    }
    try {
      return { resource, places: planner.locate(resource) };
    } catch (error) {
      return { resource, reason: refusal(error) };
    }
  });
  const planned = located.map(
    ({ resource, places, reason }): PlannedResource => {
      const { key } = resource;
      const name = key.slice(key.indexOf('/') + 1);
      const refused = {
        key,
        resource: name,
        change: 'refused',
        fields: [],
      } as const;
      if (!places) return { ...refused, reason };
      try {
        return planResource(planner, resource, input, places);
      } catch (error) {
        return { ...refused, reason: refusal(error) };
      }
    },
  );
  const all = [...planner.files.values()].map(finish);
  const resources = withRefusals(planned, all);
  const files = all
    .filter(file => file.status !== 'unchanged')
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const fields = resources.flatMap(item => item.fields);
  const by = (action: PlanField['action']) =>
    fields.filter(field => field.action === action);
  const conflicts = by('conflict');
  return {
    from: input.from,
    to: input.to,
    resources,
    files,
    takes: by('take'),
    keeps: by('keep'),
    conflicts,
    renames: fields.flatMap(({ resource, renameOf, text }) =>
      renameOf === undefined ? [] : [{ resource, from: renameOf, to: text }],
    ),
    state: stateOf(resources, files, conflicts),
  };
}
