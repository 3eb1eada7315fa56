import {
  createTree,
  detectDrift,
  diffResources,
  layout,
  mergeFile,
  parseManifests,
} from '@stagecraft/engine';
import { ENVIRONMENTS, pairs, repository } from './environments';
import { longFile, longPromotion, wideObject } from './largeInputs';
import { livePairs } from './liveObjects';
import { promotions } from './promotions';

function read(text: string) {
  const { manifests, problems } = parseManifests({ path: 'x.yaml', text });
  expect(problems).toEqual([]);
  return manifests;
}

describe('the corpus', () => {
  it('is the same in every run', () => {
    expect(pairs(20)).toEqual(pairs(20));
    expect(promotions(20)).toEqual(promotions(20));
  });

  it('has pairs that differ as they say', () => {
    const all = pairs(200);
    const differs = all.map(({ left, right }) => {
      const [[a], [b]] = [read(left), read(right)];
      return diffResources(a, b).length > 0;
    });
    expect(differs).toEqual(all.map(pair => pair.differs));
    expect(new Set(differs).size).toBe(2);
    expect(all.some(one => !one.differs && one.left !== one.right)).toBe(true);
  });

  it('has a repository whose environments Argo CD delivers', () => {
    const found = layout(createTree(repository(pairs(10))));
    expect(found.problems).toEqual([]);
    expect(found.environments.map(({ name }) => name)).toEqual(ENVIRONMENTS);
    expect(found.resources).toHaveLength(20);
  });

  it('has live objects of which people changed some', () => {
    const all = livePairs(200);
    const found = all.map(({ desired, live }) =>
      detectDrift({ desired, live: { state: 'read', object: live } }),
    );
    expect(found.map(({ verdict }) => verdict)).toEqual(
      all.map(({ drifted }) => (drifted ? 'drifted' : 'inSync')),
    );
    const writers = found.flatMap(({ items }) => items).map(i => i.manager);
    expect(new Set(writers)).toEqual(new Set(['kubectl-edit']));
  });

  it('has promotions without a conflict', () => {
    for (const { wanted, ...texts } of promotions(30)) {
      expect(mergeFile(texts).text).toBe(wanted);
    }
  });

  it('has inputs of any size', () => {
    expect(read(longFile(30))).toHaveLength(30);
    const { wanted, ...texts } = longPromotion(10);
    expect(mergeFile(texts).text).toBe(wanted);
    const { items } = detectDrift({
      desired: wideObject(40, 'a'),
      live: { state: 'read', object: wideObject(40, 'b') },
    });
    expect(items).toHaveLength(40);
  });
});
