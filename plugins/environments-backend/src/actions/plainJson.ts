/** A type with its interfaces as plain object types, so that it fits open schemas. */
export type Plain<T> = T extends ReadonlyArray<infer Item>
  ? Array<Plain<Item>>
  : T extends object
  ? { [Key in keyof T]: Plain<T[Key]> }
  : T;

/** An answer as plain JSON: keys without a value are left out, as on the wire. */
export function plainJson<T>(answer: T): Plain<T> {
  return JSON.parse(JSON.stringify(answer));
}
