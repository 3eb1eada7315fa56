import { resolve } from 'node:path';
import { startRealApiServer } from './realApiServer';
import { CASES, installKinds, runCheck } from './runContract';
import { ApiUnderTest } from './types';

const ASSETS = process.env.KUBEBUILDER_ASSETS;

const SCRIPT = resolve(__dirname, '../../../scripts/startApiServer.mjs');

describe('the API of kube-apiserver', () => {
  let api: ApiUnderTest;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    if (!ASSETS) return;
    ({ api, stop } = await startRealApiServer(SCRIPT));
    await installKinds(api);
  }, 180_000);

  afterAll(() => stop?.(), 60_000);

  it(`is checked where KUBEBUILDER_ASSETS names a folder with kube-apiserver and etcd (${
    ASSETS ? 'here' : `not here: ${CASES.length} checks are left out`
  })`, () => {
    expect(CASES.length).toBeGreaterThan(30);
  });

  const eachCase = ASSETS ? it.each(CASES) : undefined;
  // A check fails by throwing.
  eachCase?.('%s', (_, check) => runCheck(api, check), 30_000);
});
