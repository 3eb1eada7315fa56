import { describeContract } from './describeContract';
import { startRealApiServer } from './realApiServer';
import { ApiUnderTest } from './types';

if (process.env.KUBEBUILDER_ASSETS) {
  let api: ApiUnderTest;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ api, stop } = await startRealApiServer());
  }, 180_000);

  afterAll(() => stop(), 60_000);

  describeContract('the API of kube-apiserver', () => api);
} else {
  describe('the API of kube-apiserver', () => {
    it('is left out: KUBEBUILDER_ASSETS names no folder with kube-apiserver and etcd', () => {
      expect(process.env.KUBEBUILDER_ASSETS ?? '').toBe('');
    });
  });
}
