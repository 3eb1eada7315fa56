import { JsonObject } from '../../fields';
import { brokenRules } from '../rules';

const ANY = { 'x-kubernetes-preserve-unknown-fields': true };
const SELF: JsonObject = {
  texts: ['b', 'a', 'b'],
  numbers: [1, 2, 3],
  nested: [[1], [2]],
  name: 'a-b-c',
  url: 'https://user@example.com:8443/x?q=1',
  storage: '10Gi',
  'with-dash': 1,
  namespace: 'dev',
  'a.b/c__d': true,
};
const SCHEMA: JsonObject = {
  type: 'object',
  properties: Object.fromEntries(Object.keys(SELF).map(key => [key, ANY])),
};

function holds(rule: string): boolean {
  const schema = { ...SCHEMA, 'x-kubernetes-validations': [{ rule }] };
  return brokenRules(SELF, schema).length === 0;
}

describe('rules may use what Kubernetes adds to CEL', () => {
  it.each([
    'quantity(self.storage).isGreaterThan(quantity("10G"))',
    'quantity(self.storage).compareTo(quantity("10240Mi")) == 0',
    'quantity("500m").add(quantity("0.5")).compareTo(quantity("1")) == 0',
    'quantity("1k").sub(1).asInteger() == 999',
    'quantity("-1").sign() == -1 && !quantity("1m").isInteger()',
    'quantity("1500m").asApproximateFloat() == 1.5',
    'isQuantity("1Gi") && !isQuantity("1 Gi")',
    'self.numbers.isSorted() && !self.texts.isSorted()',
    'self.numbers.sum() == 6 && self.numbers.min() == 1',
    'self.numbers.max() == 3 && self.texts.max() == "b"',
    'self.texts.indexOf("b") == 0 && self.texts.lastIndexOf("b") == 2',
    'self.texts.indexOf("z") == -1 && self.texts.distinct() == ["b", "a"]',
    'self.numbers.reverse() == [3, 2, 1] && self.numbers.slice(0, 1) == [1]',
    'self.nested.flatten() == [1, 2]',
    'sets.contains(self.texts, ["a"]) && !sets.intersects(self.texts, ["z"])',
    'sets.equivalent(self.texts, ["a", "b"])',
    'self.name.replace("-", ".") == "a.b.c"',
    'self.name.replace("-", ".", 1) == "a.b-c"',
    'self.name.find("[b-z]") == "b" && self.name.find("[0-9]") == ""',
    'self.name.findAll("[a-z]", 2) == ["a", "b"]',
    'self.name.charAt(2) == "b"',
    'isURL(self.url) && isURL("/x") && !isURL("x y") && !isURL("")',
    'url(self.url).getHost() == "example.com:8443"',
    'url(self.url).getHostname() == "example.com"',
    'url(self.url).getPort() == "8443" && url(self.url).getScheme() == "https"',
    'url(self.url).getEscapedPath() == "/x"',
    'self.with__dash__dash == 1',
    'self.__namespace__ == "dev"',
    'self.a__dot__b__slash__c__underscores__d',
  ])('%s', rule => {
    expect(holds(rule)).toBe(true);
  });

  it.each([
    'quantity(self.name).sign() == 0',
    'url("x y").getHost() == ""',
    '[].min() == 1',
    'self.name.charAt(9) == ""',
    'self.numbers.sum() == 7',
  ])('and %s does not hold', rule => {
    expect(holds(rule)).toBe(false);
  });
});
