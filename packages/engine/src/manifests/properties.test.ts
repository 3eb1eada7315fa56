import fc from 'fast-check';
import { dump } from 'js-yaml';
import { Json } from '../fields';
import { kubectlSchema } from './kubectlSchema';
import { createLocator } from './locate';
import { parseManifests } from './parseManifests';
import { readYaml } from './readYaml';

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    'n',
    '0644',
    '1_000',
    '1e3',
    '~',
    '.inf',
    '2001-01-01',
    '12:30',
    '<<',
    '',
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('value'), { maxKeys: 4 }),
  ),
}));

const TAB = '\t';
const fragments = fc.constantFrom(
  'a',
  ': ',
  '\n',
  '  ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '&a ',
  '*a',
  '|',
  '>',
  '#',
  '---\n',
  '---',
  '<<: ',
  '!!str ',
  '!!int x',
  'y',
  '%',
  '\r\n',
  TAB,
  '\ufeff',
  '?',
  ',',
  'kind: A\n',
  'metadata: 1\n',
  'items: [{}]\n',
  '\0',
  '\ud800',
);

describe('any text', () => {
  it.each(['a.yaml', 'a.json'])('can be parsed as %s', path => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 30 }), parts => {
        const text = parts.join('');
        const { problems, manifests } = parseManifests({ path, text });
        const lines = text.split('\n').length;
        expect(
          problems.filter(
            ({ line = 1, message }) =>
              message === '' || line < 1 || line > lines,
          ),
        ).toEqual([]);
        const locate = createLocator(text);
        for (const { origin } of manifests) {
          expect(locate(origin.document, [], origin.item)).toBe(origin.line);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readYaml', () => {
  it('reads back what is dumped with the schema of kubectl', () => {
    fc.assert(
      fc.property(value, written => {
        const text = dump(written, { schema: kubectlSchema });
        expect(readYaml(text)).toEqual(normal(written as Json));
      }),
      { numRuns: 200 },
    );
  });

  it('reads JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), written => {
        const text = JSON.stringify(written);
        expect(readYaml(text)).toEqual(normal(JSON.parse(text)));
      }),
      { numRuns: 200 },
    );
  });
});

/** -0 is 0 in YAML; integers of 64 bits keep their digits. */
function normal(json: Json): Json {
  if (typeof json === 'number') {
    if (json === 0) return 0;
    const digits = String(json);
    if (Number.isSafeInteger(json) || !/^-?\d+$/.test(digits)) return json;
    const large = BigInt(digits);
    const fits = large < 2n ** 64n && large >= -(2n ** 63n);
    return fits ? large : json;
  }
  if (Array.isArray(json)) return json.map(normal);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, item]) => [key, normal(item)]),
  );
}
