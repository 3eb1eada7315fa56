import type { JsonObject, JsonValue } from '@backstage/types';

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function relaxed(schema: JsonObject, optional: boolean): JsonObject {
  const { required, ...rest } = schema;
  const names = Array.isArray(required) ? required : [];
  const properties = isObject(schema.properties) ? schema.properties : {};
  return {
    ...rest,
    ...(required !== undefined && !optional && { required }),
    ...(isObject(schema.properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          isObject(property)
            ? relaxed(property, optional || !names.includes(name))
            : property,
        ]),
      ),
    }),
  };
}

/**
 * A schema as a form can ask for it: what an optional object requires is
 * required only once something of it is filled in, which validation against
 * the whole schema sees to.
 */
export function formSchema(schema: JsonObject): JsonObject {
  return relaxed(schema, false);
}

/** Takes away what a form leaves behind for parts that nobody filled in. */
export function withoutEmpty(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => {
      const kept = isObject(entry) ? withoutEmpty(entry) : entry;
      const empty =
        kept === undefined ||
        (Array.isArray(kept) && kept.length === 0) ||
        (isObject(kept) && Object.keys(kept).length === 0);
      return empty ? [] : [[name, kept]];
    }),
  );
}
