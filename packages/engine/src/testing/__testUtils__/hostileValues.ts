import fc from 'fast-check';
import { Json, JsonObject } from '../../fields';

/** Keys that mean something to JavaScript, to Kubernetes or to YAML. */
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'toJSON',
  'hasOwnProperty',
  'apiVersion',
  'kind',
  'metadata',
  'name',
  'items',
  'spec',
  'properties',
  'type',
  'enum',
  '',
  'a.b',
  'x[0]',
  '<<',
  '\u0000',
];

const SCALARS: Json[] = [
  null,
  true,
  0,
  -0,
  1e308,
  -1e-320,
  12345678901234567890n,
  '',
  'yes',
  '0644',
  '\u0000',
  '\ud800',
  'two\nlines\n',
  '*a',
  '1e9999999Gi',
];

/** An object with these keys as its own, whatever they are called. */
function own(pairs: ReadonlyArray<readonly [string, Json]>): JsonObject {
  return Object.fromEntries(pairs);
}

const key = fc.oneof(fc.constantFrom(...KEYS), fc.string());

/** Any value at all, also with keys and numbers that nobody writes. */
export const anyValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...SCALARS),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map(own),
  ),
})).value;

/** Objects that hardly look like resources. */
export const anyObject: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.array(fc.tuple(key, anyValue), { maxLength: 6 }).map(own),
  anyValue.map(spec => ({ kind: 'X', metadata: { name: 'x' }, spec })),
);

const TEXTS = [
  'a: *b\n',
  'a: &a [*a]\n',
  '{',
  '---\n---\n',
  '%YAML 1.1\n---\na: 1\n',
  '\ufeff',
  'a:\tb\n\t- c',
  '? [a]\n: b\n',
  'a: !!binary x\n',
  '<<: {a: 1}\n',
  'a: |9\n x',
  'a: b: c',
  '{a: 1, a: 2}\n',
  '__proto__: {x: 1}\n',
  'a: .inf\n',
  '&a a: *a\n',
  '[a: b]\n',
  'a\r\rb: c\r',
  'a: \u0085b\n',
  `k: ${'['.repeat(2_000)}`,
  `k: ${'{a: '.repeat(500)}1${'}'.repeat(500)}`,
];

/** Texts that are YAML, almost YAML or nothing of the kind. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string(),
  fc.json({ maxDepth: 3 }),
  fc.dictionary(fc.string(), fc.json({ maxDepth: 1 })).map(pairs =>
    Object.entries(pairs)
      .map(([name, text]) => `${name}: ${text}\n`)
      .join(''),
  ),
);

/** Field paths as a person or a program might write them. */
export const anyPath = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'spec.a',
    'a[name=x].b',
    'a[0]',
    '["__proto__"].x',
    'constructor.prototype',
    'a[="x"]',
    '[',
    '**',
  ),
);

/** Nested far deeper than a stack goes. */
export function nested(depth: number): JsonObject {
  let value: Json = 1;
  for (let level = 0; level < depth; level++) value = { a: [value] };
  return { kind: 'X', metadata: { name: 'x' }, spec: value };
}
