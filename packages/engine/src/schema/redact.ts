import { Json, JsonObject, getKey, gvkOf, isList, isObject } from '../fields';
import { withinStack } from '../errors';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Names whose values are secrets, by their last words. */
const SECRET_NAME =
  /(?:secret|secrets|password|passwd|passphrase|token|api[-_]?key|private[-_]?key|secret[-_]?key|access[-_]?key|credentials?)$/i;

/** Below a key that is called just that, everything but references is secret. */
const SECRET_HOLDER = /^(?:secret|secrets|credentials?)$/i;

/** Keys that say where a secret is, not what it is. */
const REFERENCE =
  /^(?:name|secretName|namespace|key|optional|defaultMode|mode|items|path|source|type|kind|apiVersion)$/;

export type RedactOptions = {
  /** Salted hash of a value, so that two of them can be compared unseen. */
  readonly hash?: (value: string) => string;
};

type Hide = (value: Json) => string;

function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_, item) =>
    typeof item === 'bigint' ? String(item) : item,
  );
}

/** Secret data is base64; plain text where it is not. */
function decoded(value: Json): Json {
  if (typeof value !== 'string') return value;
  try {
    const bytes = Uint8Array.from(atob(value), char => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return value;
  }
}

function mapValues(
  object: JsonObject,
  change: (value: Json, key: string) => Json,
): JsonObject {
  return Object.fromEntries(
    Object.keys(object).map(key => [key, change(object[key], key)]),
  );
}

function hideAll(value: Json | undefined, hide: Hide): Json | undefined {
  if (value === undefined || value === null) return value;
  return isObject(value) ? mapValues(value, item => hide(item)) : hide(value);
}

function hideHeld(value: Json, hide: Hide): Json {
  if (isList(value)) return value.map(item => hideHeld(item, hide));
  if (!isObject(value)) return value === null ? null : hide(value);
  return mapValues(value, (item, key) =>
    REFERENCE.test(key) && !isObject(item) && !isList(item)
      ? item
      : hideHeld(item, hide),
  );
}

/** An environment variable or argument: `{name: DB_PASSWORD, value: …}`. */
function isNamedSecret(object: JsonObject): boolean {
  const name = getKey(object, 'name');
  return typeof name === 'string' && SECRET_NAME.test(name);
}

function walk(value: Json, hide: Hide): Json {
  if (isList(value)) return value.map(item => walk(item, hide));
  if (!isObject(value)) return value;
  const named = isNamedSecret(value);
  return mapValues(value, (item, key) => {
    if (isObject(item) || isList(item)) {
      // Names of pull secrets and the like are lists of references.
      if (SECRET_HOLDER.test(key)) return hideHeld(item, hide);
      return walk(item, hide);
    }
    const secret = SECRET_NAME.test(key) || (named && key === 'value');
    return secret && item !== null && typeof item !== 'boolean'
      ? hide(item)
      : item;
  });
}

function redactLastApplied(text: string, options: RedactOptions): string {
  try {
    const object: unknown = JSON.parse(text);
    if (typeof object !== 'object' || object === null) return '[redacted]';
    return JSON.stringify(redact(object as JsonObject, options));
  } catch {
    return '[redacted]';
  }
}

function redactMetadata(object: JsonObject, options: RedactOptions) {
  const metadata = getKey(object, 'metadata');
  const annotations = getKey(metadata, 'annotations');
  const applied = getKey(annotations, LAST_APPLIED);
  if (
    !isObject(metadata) ||
    !isObject(annotations) ||
    typeof applied !== 'string'
  ) {
    return object;
  }
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: {
        ...annotations,
        [LAST_APPLIED]: redactLastApplied(applied, options),
      },
    },
  };
}

function redacted(object: JsonObject, options: RedactOptions): JsonObject {
  const { hash } = options;
  const hide: Hide = value =>
    hash ? `[redacted ${hash(textOf(value))}]` : '[redacted]';
  const { group, kind } = gvkOf(object);
  const clean = redactMetadata(object, options);
  if (group !== '' || kind !== 'Secret') return walk(clean, hide) as JsonObject;
  const data = hideAll(getKey(clean, 'data'), value => hide(decoded(value)));
  const stringData = hideAll(getKey(clean, 'stringData'), hide);
  return {
    ...clean,
    ...(data !== undefined && { data }),
    ...(stringData !== undefined && { stringData }),
  };
}

/**
 * A copy of an object without its secrets: values of a Secret's data, values
 * of fields and variables named secret, password, token and the like, also
 * inside the last-applied annotation. References to Secrets stay. With a hash
 * function equal values stay recognisably equal; data is decoded first.
 *
 * @throws EngineError `too-deep` for objects nested beyond the stack.
 */
export function redact(
  object: JsonObject,
  options: RedactOptions = {},
): JsonObject {
  return withinStack(() => redacted(object, options));
}
