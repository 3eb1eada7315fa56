import { Json, JsonObject } from '../json';

/** What the tables say of one field. */
export interface FieldFacts {
  /** Type of the value, of the list's items, or of the map's values. */
  readonly type?: string;
  /** `type` is that of the values of a map. */
  readonly map?: boolean;
  readonly keys?: readonly string[];
  readonly set?: boolean;
  readonly bag?: boolean;
  readonly atomic?: boolean;
  readonly quantity?: boolean;
  readonly duration?: boolean;
  readonly bytes?: boolean;
  readonly default?: Json;
  readonly assigned?: boolean;
}

/** Field names to facts. */
export type TypeFacts = Readonly<Record<string, FieldFacts>>;

/** Type names to their fields. */
export type TypeTable = Readonly<Record<string, TypeFacts>>;

/** The alternatives of a default: `{anyOf: [...]}` depends on other fields. */
export function defaultsOf(value: Json): readonly Json[] {
  const anyOf = (value as JsonObject | null)?.anyOf;
  return Array.isArray(anyOf) ? (anyOf as readonly Json[]) : [value];
}
