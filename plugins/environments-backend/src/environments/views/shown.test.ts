import { keyPath } from '@stagecraft/engine';
import { shownAt } from './shown';

const spec = keyPath('spec', 'value');

describe('shownAt', () => {
  it.each([
    ['plain text', 'medium', { text: 'medium' }],
    ['a number', 3, { text: '3' }],
    [
      'a large integer',
      12345678901234567890n,
      { text: '12345678901234567890' },
    ],
    ['a boolean', false, { text: 'false' }],
    [
      'text that YAML would read as a number',
      '7.0',
      { text: '7.0', quoted: true },
    ],
    [
      'text that YAML would read as a boolean',
      'on',
      { text: 'on', quoted: true },
    ],
    ['empty text', '', { text: '', quoted: true }],
    ['a quantity', '4Gi', { text: '4Gi' }],
    ['a list', ['a', 1], { text: '["a",1]' }],
    ['a map', { a: { b: null } }, { text: '{"a":{"b":null}}' }],
  ])('shows %s', (_, value, expected) => {
    expect(shownAt('XCache', spec, value)).toEqual({
      state: 'value',
      ...expected,
    });
  });

  it('tells absent from null', () => {
    expect(shownAt('XCache', spec, undefined)).toEqual({ state: 'absent' });
    expect(shownAt('XCache', spec, null)).toEqual({
      state: 'value',
      text: 'null',
    });
  });

  it.each([
    ['Secret', keyPath('data', 'anything'), 'c2VjcmV0'],
    ['Secret', keyPath('stringData', 'anything'), 'secret'],
    ['XCache', keyPath('spec', 'password'), 'secret'],
    ['ConfigMap', keyPath('data', 'API_TOKEN'), 'secret'],
    [
      'Deployment',
      [
        ...keyPath('spec', 'env'),
        { type: 'item' as const, keys: [['name', 'DB_PASSWORD']] as const },
        ...keyPath('value'),
      ],
      'secret',
    ],
  ])('hides %s %j', (kind, path, value) => {
    expect(shownAt(kind, path, value)).toEqual({ state: 'hidden' });
  });

  it('takes secrets out of what it shows', () => {
    const value = { user: 'shop', password: 'swordfish' };
    const { text } = shownAt('XCache', spec, value) as { text: string };
    expect(text).toContain('shop');
    expect(text).not.toContain('swordfish');
  });

  it('shows where a secret is', () => {
    expect(
      shownAt('XCache', keyPath('spec', 'secretRef', 'name'), 'shop-keys'),
    ).toEqual({ state: 'value', text: 'shop-keys' });
  });

  it('names a whole resource', () => {
    expect(
      shownAt('Secret', [], { metadata: { name: 'keys' }, data: { a: 'b' } }),
    ).toEqual({ state: 'value', text: 'Secret/keys' });
  });
});
