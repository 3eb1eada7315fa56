import { getKey, isList, isObject, Json, JsonObject } from '../../fields';
import { EditError } from '../errors';
import { withValues } from '../firstCopy';
import { replaceEnvironment } from './targetPath';

/** What is known of the environment into which a resource comes anew. */
export interface NewHome {
  readonly from: string;
  readonly to: string;
  readonly set?: Readonly<Record<string, Json>>;
  /** Namespaces of the target by those of the source, from other resources. */
  readonly learned: ReadonlyMap<string, string>;
  readonly namespaces?: readonly string[];
}

const ENVIRONMENT_LABEL = /(^|[./-])(env|environment|stage)$/i;
const LABELS = new Set(['labels', 'matchLabels', 'selector']);

/** Namespace that an object names in its metadata. */
export function namespaceIn(value: Json | undefined): string | undefined {
  const namespace = getKey(getKey(value, 'metadata'), 'namespace');
  return typeof namespace === 'string' ? namespace : undefined;
}

function targetNamespace(namespace: string, home: NewHome): string {
  const set = home.set?.['metadata.namespace'];
  if (typeof set === 'string') return set;
  const learned = home.learned.get(namespace);
  if (learned !== undefined) return learned;
  const renamed = replaceEnvironment(namespace, home.from, home.to);
  if (renamed !== namespace) return renamed;
  const known = home.namespaces ?? [];
  if (known.includes(namespace)) return namespace;
  if (known.length === 1) return known[0];
  throw new EditError(
    'unknown-namespace',
    `nothing tells which namespace of ${home.to} stands for ${namespace}`,
  );
}

function rewrite(
  value: Json,
  change: (key: string, text: string, labels: boolean) => string,
  labels = false,
): Json {
  if (isList(value)) return value.map(item => rewrite(item, change, labels));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string'
        ? change(key, item, labels)
        : rewrite(item, change, labels || LABELS.has(key)),
    ]),
  );
}

/**
 * A resource as it comes into another environment for the first time: its
 * namespace, references to that namespace and labels with the environment's
 * name become those of the target, and then what the caller sets.
 *
 * Throws an EditError if the target's namespace is not known.
 */
export function firstValues(value: JsonObject, home: NewHome): Json {
  const namespace = namespaceIn(value);
  const target =
    namespace === undefined ? undefined : targetNamespace(namespace, home);
  const moved = rewrite(value, (key, text, labels) => {
    if (key === 'namespace' && text === namespace) return target ?? text;
    const label = labels && ENVIRONMENT_LABEL.test(key);
    return label && text === home.from ? home.to : text;
  });
  return isObject(moved) ? withValues(moved, home.set) : moved;
}
