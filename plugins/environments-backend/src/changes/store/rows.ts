import { z } from 'zod';
import { intentSchema } from './intent';
import { RequestPatch, StoredRequest } from './types';

/** A row of `change_requests` as the database gives it. */
export interface RequestRow {
  id: number;
  repository: string;
  type: string;
  service: string;
  from_environment: string | null;
  to_environment: string;
  way: string;
  open_way: string | null;
  state: string;
  title: string;
  description: string;
  trailers: string;
  author: string;
  pushers: string;
  branch: string;
  base_commit: string;
  head_commit: string;
  published_commit: string;
  content: string;
  fields: string;
  files: string;
  gates: string;
  target: string;
  forge: string;
  forge_number: number | null;
  forge_url: string | null;
  intent: string | null;
  merged_commit: string | null;
  merged_by: string | null;
  merged_at: string | null;
  closed_by: string | null;
  closed_at: string | null;
  opened_at: string;
  revision: number;
}

const typeSchema = z.enum([
  'promotion',
  'claim',
  'hotfix',
  'backport',
  'change',
]);
const stateSchema = z.enum(['preparing', 'open', 'merged', 'closed']);

/** What only this store wrote needs no second look at its shape. */
function json<T>(text: string): T {
  return JSON.parse(text);
}

/** Reads a row. */
export function fromRow(row: RequestRow): StoredRequest {
  return {
    id: Number(row.id),
    repository: row.repository,
    type: typeSchema.parse(row.type),
    service: row.service,
    from: row.from_environment ?? undefined,
    to: row.to_environment,
    way: row.way,
    state: stateSchema.parse(row.state),
    title: row.title,
    description: row.description,
    trailers: json(row.trailers),
    author: row.author,
    pushers: json(row.pushers),
    branch: row.branch,
    baseCommit: row.base_commit,
    headCommit: row.head_commit,
    publishedCommit: row.published_commit,
    content: row.content,
    fields: json(row.fields),
    files: json(row.files),
    gates: json(row.gates),
    target: json(row.target),
    forge: row.forge,
    forgeNumber: row.forge_number ?? undefined,
    forgeUrl: row.forge_url ?? undefined,
    intent: row.intent ? intentSchema.parse(json(row.intent)) : undefined,
    mergedCommit: row.merged_commit ?? undefined,
    mergedBy: row.merged_by ?? undefined,
    mergedAt: row.merged_at ?? undefined,
    closedBy: row.closed_by ?? undefined,
    closedAt: row.closed_at ?? undefined,
    openedAt: row.opened_at,
    revision: row.revision,
  };
}

type Column = keyof RequestRow;

const COLUMNS: ReadonlyArray<readonly [keyof RequestPatch, Column]> = [
  ['from', 'from_environment'],
  ['to', 'to_environment'],
  ['state', 'state'],
  ['title', 'title'],
  ['description', 'description'],
  ['trailers', 'trailers'],
  ['author', 'author'],
  ['pushers', 'pushers'],
  ['branch', 'branch'],
  ['baseCommit', 'base_commit'],
  ['headCommit', 'head_commit'],
  ['publishedCommit', 'published_commit'],
  ['content', 'content'],
  ['fields', 'fields'],
  ['files', 'files'],
  ['gates', 'gates'],
  ['target', 'target'],
  ['forge', 'forge'],
  ['forgeNumber', 'forge_number'],
  ['forgeUrl', 'forge_url'],
  ['mergedCommit', 'merged_commit'],
  ['mergedBy', 'merged_by'],
  ['mergedAt', 'merged_at'],
  ['closedBy', 'closed_by'],
  ['closedAt', 'closed_at'],
  ['openedAt', 'opened_at'],
];

/** Columns for what a patch names; what it does not name stays. */
export function toColumns(patch: RequestPatch): Partial<RequestRow> {
  const columns: Record<string, unknown> = {};
  for (const [property, column] of COLUMNS) {
    const value = patch[property];
    if (value !== undefined) {
      columns[column] =
        typeof value === 'object' ? JSON.stringify(value) : value;
    }
  }
  if (patch.intent !== undefined) {
    columns.intent =
      patch.intent === 'none' ? null : JSON.stringify(patch.intent);
  }
  if (patch.state === 'merged' || patch.state === 'closed') {
    columns.open_way = null;
  }
  return columns;
}
