import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE_CRD, CONTRACT } from './checks';
import { createContext } from './createContext';
import { ApiUnderTest, ContractCheck } from './types';

const ESTABLISHED_WITHIN_MS = 15_000;

let namespaces = 0;

/** All checks, each with its area in front of its name. */
export const CASES: ReadonlyArray<
  readonly [name: string, check: ContractCheck]
> = CONTRACT.flatMap(([area, checks]) =>
  checks.map(check => [`${area}: ${check.name}`, check] as const),
);

/** Installs the custom kind that the checks work with. */
export async function installCacheKind(api: ApiUnderTest): Promise<void> {
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

/** Runs a check in a namespace of its own. Throws where the API is different. */
export async function runCheck(
  api: ApiUnderTest,
  check: ContractCheck,
): Promise<void> {
  const context = await createContext(api, `contract-${++namespaces}`);
  await check.run(context);
}
