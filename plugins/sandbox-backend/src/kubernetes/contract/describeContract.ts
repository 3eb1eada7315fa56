import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE_CRD, CONTRACT } from './checks';
import { createContext } from './createContext';
import { ApiUnderTest } from './types';

const ESTABLISHED_WITHIN_MS = 15_000;

async function installCrd(api: ApiUnderTest): Promise<void> {
  const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  await api.send(`${api.url}${crds}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(CACHE_CRD),
  });
  const end = Date.now() + ESTABLISHED_WITHIN_MS;
  for (;;) {
    const answer = await api.send(
      `${api.url}/apis/contract.acme.example/v1/caches?limit=1`,
    );
    if (answer.status === 200) return;
    if (Date.now() > end) throw new Error('the CRD is not served');
    await sleep(100);
  }
}

/** Runs the whole contract against an API, each check in a namespace of its own. */
export function describeContract(title: string, api: () => ApiUnderTest): void {
  describe(title, () => {
    beforeAll(() => installCrd(api()), 30_000);

    let count = 0;
    for (const [area, checks] of CONTRACT) {
      describe(area, () => {
        it.each(checks.map(check => [check.name, check] as const))(
          '%s',
          async (_, check) => {
            const context = await createContext(api(), `contract-${++count}`);
            await check.run(context);
          },
          30_000,
        );
      });
    }
  });
}
