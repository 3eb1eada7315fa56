import { map, parse, summary } from './__testUtils__/summary';

describe('odd texts', () => {
  it('keeps the digits of large integers', () => {
    const yaml = parse(map('a', 'data: {x: 9007199254740993}\n'));
    const json = parse(
      '{"kind":"A","apiVersion":"v1","metadata":{"name":"a"},"data":{"x":9007199254740993}}',
      'a.json',
    );
    expect(yaml.manifests[0].object.data).toEqual({ x: 9007199254740993n });
    expect(json.manifests[0].object.data).toEqual({ x: 9007199254740993n });
  });

  it('reads half a character as none', () => {
    const text = '{"kind":"A","data":["\\ud83d","\\ud83d\\ude00"]}';
    const { manifests } = parse(text, 'a.json');
    expect(manifests[0].object.data).toEqual(['\ufffd', '\u{1f600}']);
  });

  it('merges where the key stands, as go-yaml v2 does', () => {
    const { manifests } = parse(
      map(
        'a',
        'base: &b {x: 1, w: 2}\nover: {x: 9, <<: *b, z: 3}\nlist: {<<: [{z: 1}, {z: 2}]}\n',
      ),
    );
    expect(manifests[0].object.over).toEqual({ x: 1, w: 2, z: 3 });
    expect(manifests[0].object.list).toEqual({ z: 1 });
  });

  it('refuses an alias bomb quickly', () => {
    const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 12; i++) {
      const refs = Array(10)
        .fill(`*a${i - 1}`)
        .join(',');
      lines.push(`a${i}: &a${i} [${refs}]`);
    }
    expect(summary(map('a', `${lines.join('\n')}\n`)).codes).toEqual([
      expect.stringMatching(/^too-many-aliases:/),
    ]);
  });

  it.each(['[', '- ', '{a: '])('refuses deep nesting of %p', part => {
    expect(summary(map('a', `x:\n  ${part.repeat(100_000)}`)).codes).toEqual([
      expect.stringMatching(/^(too-deep|invalid-yaml):/),
    ]);
  });

  it('does not let a key reach the prototype', () => {
    const { manifests } = parse(map('a', '__proto__: {polluted: true}\n'));
    expect(Object.keys(manifests[0].object)).toContain('__proto__');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
