import { setTimeout as sleep } from 'node:timers/promises';
import { JsonObject } from '@backstage/types';
import { listAt, textAt } from '../objects';
import { CACHE_CRD, CONTRACT } from './checks';
import { createContext } from './createContext';
import { DEFINITIONS } from './drift';
import { ApiUnderTest, ContractCheck } from './types';

const ESTABLISHED_WITHIN_MS = 15_000;

let namespaces = 0;

/** All checks, each with its area in front of its name. */
export const CASES: ReadonlyArray<
  readonly [name: string, check: ContractCheck]
> = CONTRACT.flatMap(([area, checks]) =>
  checks.map(check => [`${area}: ${check.name}`, check] as const),
);

async function isServed(api: ApiUnderTest, crd: JsonObject): Promise<boolean> {
  const group = textAt(crd, 'spec', 'group');
  const plural = textAt(crd, 'spec', 'names', 'plural');
  const version = textAt(listAt(crd, 'spec', 'versions')[0], 'name');
  const { status } = await api.send(
    `${api.url}/apis/${group}/${version}/${plural}?limit=1`,
  );
  return status === 200;
}

/** Installs the custom kinds that the checks work with. */
export async function installKinds(api: ApiUnderTest): Promise<void> {
  const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const all = [CACHE_CRD, ...DEFINITIONS];
  for (const crd of all) {
    await api.send(`${api.url}${crds}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(crd),
    });
  }
  const end = Date.now() + ESTABLISHED_WITHIN_MS;
  for (const crd of all) {
    while (!(await isServed(api, crd))) {
      if (Date.now() > end) throw new Error('a CRD is not served');
      await sleep(100);
    }
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
