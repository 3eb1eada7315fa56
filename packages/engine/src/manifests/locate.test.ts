import { formatPath, keyPath } from '../fields';
import { locateField } from './locate';

function map(name: string, extra = ''): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n${extra}`;
}

describe('locateField', () => {
  const text = `# head\n${map(
    'a',
  )}---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: d\nspec:\n  containers:\n    - name: main\n      image: x\n    - name: side\n      image: y\n      ports:\n        - containerPort: 80\n`;
  it.each([
    [0, keyPath('metadata', 'name'), 4],
    [1, keyPath('spec'), 10],
    [1, keyPath('spec', 'missing', 'deeper'), 10],
    [1, [], 6],
  ])('%i', (document, path, line) => {
    expect(`${formatPath(path)} ${locateField(text, document, path)}`).toBe(
      `${formatPath(path)} ${line}`,
    );
  });

  it('finds keyed items', () => {
    const path = [
      ...keyPath('spec', 'containers'),
      { type: 'item', keys: [['name', 'side']] } as const,
      ...keyPath('ports'),
      {
        type: 'item',
        keys: [
          ['containerPort', 80],
          ['protocol', 'TCP'],
        ],
      } as const,
    ];
    expect(locateField(text, 1, path)).toBe(17);
  });

  it('knows no line in a document that is not there', () => {
    expect(locateField(text, 7, [])).toBeUndefined();
  });
});
