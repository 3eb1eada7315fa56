import { resolve } from 'node:path';
import { main } from './main';

const EXAMPLES = resolve(__dirname, '../../../examples');

interface Effective {
  environments: Array<{ name: string; resources: Array<{ key: string }> }>;
  problems: Array<{ code: string; application?: string }>;
}

async function effective(folder: string): Promise<Effective> {
  let out = '';
  await main(['effective', resolve(EXAMPLES, folder), '--json'], {
    out: text => {
      out += text;
    },
    err: () => {},
    cwd: EXAMPLES,
  });
  return JSON.parse(out);
}

describe('the repositories of examples/', () => {
  it('infrastructure-gitops delivers nine resources to each environment, and nothing is wrong', async () => {
    const { environments, problems } = await effective('infrastructure-gitops');
    expect(environments.map(e => [e.name, e.resources.length])).toEqual([
      ['dev', 9],
      ['staging', 9],
      ['production', 9],
    ]);
    // An environment's file is meant to replace the shared one.
    const surprises = problems.filter(p => p.code !== 'repeated-resource');
    expect(surprises).toEqual([]);
  });

  it('pitfalls shows the traps that layout can see', async () => {
    const { environments, problems } = await effective('pitfalls');
    const found = problems.map(p => `${p.code} ${p.application}`).sort();
    expect(found).toEqual([
      'invalid-application-field infrastructure-production',
      'not-recursed infrastructure-dev',
      'not-recursed infrastructure-production',
      'not-recursed platform-core',
      'not-recursed user-service-dev',
      'not-recursed user-service-production',
      'not-recursed user-service-production',
      'not-recursed user-service-staging',
      'path-not-found user-service-staging',
    ]);
    // Copied from dev, the object of staging still lies in namespace dev.
    const staging = environments.find(e => e.name === 'staging');
    expect(staging?.resources.map(r => r.key)).toEqual([
      'platform.company.com/XRedisCache/dev/user-session-cache',
    ]);
  });
});
