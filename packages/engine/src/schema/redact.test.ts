import fc from 'fast-check';
import { JsonObject } from '../fields';
import { redact } from '.';

const SECRET = 'hunter2-very-secret';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('redact', () => {
  it.each<[string, JsonObject]>([
    [
      'data of a Secret',
      { kind: 'Secret', apiVersion: 'v1', data: { a: base64(SECRET) } },
    ],
    [
      'stringData of a Secret',
      { kind: 'Secret', apiVersion: 'v1', stringData: { a: SECRET } },
    ],
    [
      'data that is no mapping',
      { kind: 'Secret', apiVersion: 'v1', data: SECRET },
    ],
    ['a field named secret', { kind: 'Thing', spec: { clientSecret: SECRET } }],
    [
      'a mapping named secret',
      { kind: 'Thing', spec: { secret: { user: 'x', pin: SECRET } } },
    ],
    ['a password', { kind: 'Thing', spec: { deep: [{ dbPassword: SECRET }] } }],
    [
      'an environment variable',
      {
        kind: 'Deployment',
        spec: { containers: [{ env: [{ name: 'API_TOKEN', value: SECRET }] }] },
      },
    ],
    [
      'the last applied configuration',
      {
        kind: 'Secret',
        apiVersion: 'v1',
        metadata: {
          annotations: {
            [LAST_APPLIED]: JSON.stringify({
              kind: 'Secret',
              apiVersion: 'v1',
              data: { a: base64(SECRET) },
            }),
          },
        },
      },
    ],
    [
      'a last applied configuration that cannot be read',
      {
        kind: 'Secret',
        metadata: { annotations: { [LAST_APPLIED]: `{${SECRET}` } },
      },
    ],
  ])('hides %s', (_, object) => {
    const text = JSON.stringify(redact(object));
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(base64(SECRET));
    expect(text).toContain('[redacted]');
  });

  it.each<[string, JsonObject]>([
    [
      'secret references',
      { spec: { secretName: 'a', passwordSecretRef: { name: 'a', key: 'b' } } },
    ],
    [
      'volumes of secrets',
      { volumes: [{ name: 'v', secret: { secretName: 'a', optional: true } }] },
    ],
    ['pull secrets', { imagePullSecrets: [{ name: 'regcred' }] }],
    ['switches', { automountServiceAccountToken: false }],
    ['config maps', { kind: 'ConfigMap', apiVersion: 'v1', data: { a: 'b' } }],
  ])('leaves %s', (_, object) => {
    expect(redact(object)).toEqual(object);
  });

  it('with a hash tells equal values from different ones, however they are written', () => {
    const hash = (value: string) => `#${value.length}`;
    const data = redact(
      { kind: 'Secret', apiVersion: 'v1', data: { a: base64('four') } },
      { hash },
    );
    const text = redact(
      { kind: 'Secret', apiVersion: 'v1', stringData: { a: 'four' } },
      { hash },
    );
    expect(data.data).toEqual({ a: '[redacted #4]' });
    expect(text.stringData).toEqual(data.data);
  });

  it('lets no value of a Secret out and does not change its argument', () => {
    const values = fc.dictionary(fc.string(), fc.string({ minLength: 6 }));
    fc.assert(
      fc.property(values, data => {
        const object = { kind: 'Secret', apiVersion: 'v1', data };
        const copy = structuredClone(object);
        const shown = Object.values(redact(object).data as JsonObject);
        expect(shown.every(value => value === '[redacted]')).toBe(true);
        expect(object).toEqual(copy);
      }),
    );
  });
});
