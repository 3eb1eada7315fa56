/** Who can sign in to the sandbox, as app-config.yaml names them. */
export const PEOPLE = [
  'Mira Holt',
  'Lea Brandt',
  'Jonas Weber',
  'Aiko Tan',
  'Guest',
] as const;

export type Person = (typeof PEOPLE)[number];
