import { parseManifests } from '../manifests';
import {
  FieldReason,
  HistoryAnswer,
  HistoryCommit,
  historyOf,
  qualifiedPath,
} from '../parity';

type Place = number | string;

/** A case of cases/history.yaml; its head defines the fields. */
export interface HistoryCase {
  readonly id: string;
  readonly title?: string;
  readonly commits: ReadonlyArray<{
    readonly message: string;
    readonly files: Readonly<Record<string, string | null>>;
  }>;
  readonly order?: readonly string[];
  readonly retain?: readonly string[];
  readonly ask: {
    readonly from: string;
    readonly to: string;
    readonly resource?: string;
    readonly service?: string;
  };
  readonly synced?: Readonly<Record<string, Place>>;
  readonly expect: {
    readonly base?: number | null;
    readonly baseBy?: string;
    readonly bases?: Readonly<Record<string, number>>;
    readonly promotionPending?: boolean;
    readonly pending?: readonly string[];
    readonly override?: readonly string[];
    readonly ahead?: readonly string[];
    readonly divergent?: readonly string[];
    readonly conflicts?: readonly string[];
    readonly obligations?: Readonly<Record<string, readonly string[]>>;
    readonly undone?: ReadonlyArray<{ path: string; by: number }>;
    readonly undeployed?: Readonly<
      Record<string, 'unknown' | { paths: readonly string[]; since: number }>
    >;
  };
}

type PathOf = (
  field: Pick<FieldReason, 'resource' | 'path' | 'text'>,
) => string;

/** An id of our own for a commit: unlike in its first seven digits. */
function idOf(index: number): string {
  return (index + 0x5eed1).toString(16).padStart(7, '0').repeat(6).slice(0, 40);
}

function commitsOf({ commits }: HistoryCase): HistoryCommit[] {
  return commits.map(({ message, files }, index) => ({
    id: idOf(index),
    message: message.replace(/<(\d+)(?::7)?>/g, (mark, number) => {
      const id = idOf(Number(number));
      return mark.endsWith(':7>') ? id.slice(0, 7) : id;
    }),
    files: Object.entries(files).flatMap(([path, text]) => {
      const environment = /^environments\/([^/]+)\//.exec(path)?.[1];
      if (environment === undefined) return [];
      const manifests =
        text === null ? [] : parseManifests({ path, text }).manifests;
      return [{ path, environment, manifests }];
    }),
  }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map(sorted)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, sorted(item)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function byEnvironment(answer: HistoryAnswer, pathOf: PathOf) {
  const result: Record<string, string[]> = {};
  for (const owed of answer.obligations) {
    (result[owed.environment] ??= []).push(pathOf(owed));
  }
  return result;
}

function undeployedOf(answer: HistoryAnswer, pathOf: PathOf) {
  return Object.fromEntries(
    Object.entries(answer.undeployed).map(([name, state]) => [
      name,
      state.state === 'unknown'
        ? 'unknown'
        : { paths: state.paths.map(pathOf), since: state.since.index },
    ]),
  );
}

function basesOf(answer: HistoryAnswer, pathOf: PathOf) {
  const [resource] = answer.resources;
  return Object.fromEntries(
    answer.fields.flatMap(field =>
      field.base.by === 'none' || !resource
        ? []
        : [[pathOf(field), field.base.commit.index]],
    ),
  );
}

/** Runs one case; the differences from what it expects, none if it passes. */
export function runHistoryCase(historyCase: HistoryCase): string[] {
  const { ask, expect, order, retain, synced } = historyCase;
  const history = historyOf({
    commits: commitsOf(historyCase),
    order: order ?? ['dev', 'staging', 'production'],
    retain,
  });
  const ids = Object.entries(synced ?? {}).map(([name, place]) => [
    name,
    typeof place === 'number' ? idOf(place) : place,
  ]);
  const answer = history.ask({ ...ask, synced: Object.fromEntries(ids) });
  const pathOf: PathOf = field =>
    ask.service === undefined ? field.text : qualifiedPath(field);
  const paths = (wanted: (field: FieldReason) => boolean) =>
    answer.fields.filter(wanted).map(pathOf);
  const got: Record<string, unknown> = {
    promotionPending: answer.promotionPending,
    conflicts: paths(field => field.conflict),
    obligations: byEnvironment(answer, pathOf),
    undone: answer.undone.map(item => ({
      path: pathOf(item),
      by: item.by.index,
    })),
    undeployed: undeployedOf(answer, pathOf),
  };
  const empty: Record<string, unknown> = {
    promotionPending: false,
    conflicts: [],
    obligations: {},
    undone: [],
    undeployed: {},
  };
  for (const reason of ['pending', 'override', 'ahead', 'divergent']) {
    got[reason] = paths(field => field.reason === reason);
    empty[reason] = [];
  }
  const [resource] = answer.resources;
  if ('base' in expect) got.base = resource?.base?.index ?? null;
  if ('baseBy' in expect) got.baseBy = resource?.baseBy ?? 'none';
  if (expect.bases) {
    const own = basesOf(answer, pathOf);
    got.bases = Object.fromEntries(
      Object.keys(expect.bases).map(path => [path, own[path]]),
    );
  }
  const wanted: Record<string, unknown> = { ...empty, ...expect };
  return Object.keys(got).flatMap(key => {
    const [left, right] = [got[key], wanted[key]].map(value =>
      JSON.stringify(sorted(value)),
    );
    return left === right ? [] : [`${key}: ${left}, not ${right}`];
  });
}
