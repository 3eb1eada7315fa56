import { canonicalQuantity } from './canonicalQuantity';

// Sent to kube-apiserver 1.36 as requests of a claim or hard limits of a quota.
describe('canonicalQuantity', () => {
  it.each([
    ['0.5', '500m'],
    ['1000m', '1'],
    ['2000', '2k'],
    ['1e3', '1e3'],
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Gi', '512Mi'],
    ['1000Ki', '1000Ki'],
    ['0', '0'],
    ['0Gi', '0'],
    ['128974848', '128974848'],
    [2, '2'],
    ['much', 'much'],
    [null, null],
  ])('%p is written as %p', (given, written) => {
    expect(canonicalQuantity(given)).toBe(written);
  });
});
