import { reasonOf } from './reasonOf';

describe('the reason of a refusal', () => {
  it.each([
    ['Error: no file /tmp/x/tree/web/a.yaml', 'no file web/a.yaml'],
    ['error: /tmp/x/tree is empty\n', '. is empty'],
    [
      'E1124 02:21:59.560186   10366 run.go:72] "command failed" err="in /tmp/x/tree/web: \\"a\\" is empty"\n',
      'in web: "a" is empty',
    ],
    ['', ''],
  ])('%s', (words, reason) => {
    expect(reasonOf(words, '/tmp/x/tree')).toBe(reason);
  });
});
