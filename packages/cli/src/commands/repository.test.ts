import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepository } from '../__testUtils__/gitRepository';
import { run } from '../__testUtils__/run';

function redis(environment: string, parameters: string): string {
  return [
    'apiVersion: platform.company.com/v1alpha1',
    'kind: XRedisCache',
    'metadata:',
    '  name: cache',
    `  namespace: ${environment}`,
    'spec:',
    '  parameters:',
    ...parameters.split('\n').map(line => `    ${line}`),
    '',
  ].join('\n');
}

function secret(password: string): string {
  const data = Buffer.from(password).toString('base64');
  return `apiVersion: v1\nkind: Secret\nmetadata:\n  name: auth\ndata:\n  password: ${data}\n`;
}

const file = (environment: string) =>
  `environments/${environment}/infrastructure/redis.yaml`;

// Every command starts several git processes.
jest.setTimeout(60_000);

describe('commands on a repository', () => {
  let repository: GitRepository;
  let bare: string;

  beforeAll(() => {
    repository = new GitRepository();
    const first = repository.commit('feat: redis in dev', {
      [file('dev')]: redis('dev', 'size: small\nversion: "7.0"'),
      'environments/dev/infrastructure/auth.yaml': secret('dev-secret'),
      'environments/staging/infrastructure/auth.yaml': secret('staging-secret'),
    });
    repository.commit(
      `feat: promote redis to staging\n\nPromoted-From: ${first}`,
      {
        [file('staging')]: redis(
          'staging',
          'size: medium # for the load test\nversion: "7.0"',
        ),
      },
    );
    repository.commit('feat: newer redis in dev', {
      [file('dev')]: redis('dev', 'size: small\nversion: "7.2"'),
    });
    bare = repository.bare();
  });
  afterAll(() => repository.remove());

  describe('effective', () => {
    it('says what is where, and where it is written', async () => {
      const { code, out } = await run(bare, 'effective', '.', '--env', 'dev');
      expect(code).toBe(0);
      expect(out).toContain('dev\n');
      expect(out).toContain(`XRedisCache/cache  ${file('dev')}:1`);
      expect(out).not.toContain('staging');
    });

    it('is the same for the bare repository and the working tree', async () => {
      const [left, right] = await Promise.all(
        [bare, repository.folder].map(folder =>
          run('/', 'effective', folder, '--json'),
        ),
      );
      const [a, b] = [left, right].map(
        ({ out }) =>
          JSON.parse(out).environments.map(
            ({ resources }: { resources: Array<{ object: unknown }> }) =>
              resources.map(item =>
                JSON.stringify(item.object).replace(
                  /redacted \w+/g,
                  'redacted',
                ),
              ),
          ) as string[][],
      );
      expect(a).toEqual(b);
      expect(JSON.parse(left.out).commit).toMatch(/^[0-9a-f]{40}$/);
      expect(JSON.parse(right.out).commit).toBeUndefined();
    });

    it('reads an older commit', async () => {
      const { out } = await run(bare, 'effective', '.', '--ref', 'HEAD~2');
      expect(out).not.toContain(file('staging'));
    });

    it('sees files that are not committed yet', async () => {
      const path = 'environments/dev/infrastructure/extra.yaml';
      repository.write({
        [path]: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra}\n',
      });
      const { out } = await run('/', 'effective', repository.folder);
      repository.git('clean', '--quiet', '--force', '-d');
      expect(out).toContain('ConfigMap/extra');
    });

    it('lets no secret out', async () => {
      const { out } = await run(bare, 'effective', '.', '--json');
      expect(out).toContain('"auth"');
      expect(out).not.toContain(Buffer.from('dev-secret').toString('base64'));
    });
  });

  describe('diff', () => {
    it('compares field by field', async () => {
      const { code, out } = await run(bare, 'diff', '.', 'dev', 'staging');
      expect(code).toBe(0);
      expect(out).toContain('~ spec.parameters.size: "small" -> "medium"');
      expect(out).toContain('~ spec.parameters.version: "7.2" -> "7.0"');
      expect(out).not.toContain('namespace');
    });

    it('shows that secrets differ, and not what they are', async () => {
      const { out } = await run(bare, 'diff', '.', 'dev', 'staging');
      expect(out).toMatch(
        /data\.password: "\[redacted \w+\]" -> "\[redacted \w+\]"/,
      );
    });

    it('exits with 1 on a difference if it is asked to', async () => {
      const same = await run(bare, 'diff', '.', 'dev', 'dev', '--exit-code');
      expect(same).toMatchObject({ code: 0, out: 'no differences\n' });
      const other = await run(
        bare,
        'diff',
        '.',
        'dev',
        'staging',
        '--exit-code',
        '--json',
      );
      expect(other.code).toBe(1);
      expect(JSON.parse(other.out).resources).toHaveLength(2);
    });
  });

  describe('plan', () => {
    it("takes what is new since the promotion and keeps what is the target's own", async () => {
      const { code, out } = await run(bare, 'plan', '.', 'dev', 'staging');
      expect(code).toBe(0);
      expect(out).toContain(
        '+ XRedisCache/cache spec.parameters.version: take',
      );
      expect(out).toContain('= XRedisCache/cache spec.parameters.size: keep');
      expect(out).toContain('-    version: "7.0"\n+    version: "7.2"\n');
      expect(out).toContain('     size: medium # for the load test\n');
    });

    it('knows nothing of promotions before the first one', async () => {
      const { out } = await run(
        bare,
        'plan',
        '.',
        'dev',
        'staging',
        '--ref',
        'HEAD~2',
        '--json',
      );
      const plan = JSON.parse(out);
      expect(plan.files.map((item: { path: string }) => item.path)).toContain(
        file('staging'),
      );
    });

    it('has nothing to do between an environment and itself', async () => {
      const { code, out } = await run(
        bare,
        'plan',
        '.',
        'dev',
        'dev',
        '--exit-code',
      );
      expect(out).toContain('nothing');
      expect(code).toBe(0);
    });
  });

  describe('drift', () => {
    const live = (size: string) => ({
      apiVersion: 'platform.company.com/v1alpha1',
      kind: 'XRedisCache',
      metadata: {
        name: 'cache',
        namespace: 'staging',
        managedFields: [
          {
            manager: 'kubectl-edit',
            operation: 'Update',
            time: '2026-03-01T10:00:00Z',
            fieldsV1: { 'f:spec': { 'f:parameters': { 'f:size': {} } } },
          },
        ],
      },
      spec: { parameters: { size, version: '7.0' } },
    });
    const drift = async (objects: unknown, ...rest: string[]) => {
      const path = join(repository.folder, '.git/live.json');
      writeFileSync(path, JSON.stringify(objects));
      return run(
        bare,
        'drift',
        '.',
        '--env',
        'staging',
        '--live',
        path,
        ...rest,
      );
    };

    it('names the field, both values and who wrote it', async () => {
      const { code, out } = await drift(live('large'), '--exit-code');
      expect(out).toContain('XRedisCache/cache drifted');
      expect(out).toContain(
        'changed spec.parameters.size: Git "medium", live "large" (manual, by kubectl-edit, at or before 2026-03-01T10:00:00Z)',
      );
      expect(code).toBe(1);
    });

    it('is in sync, and says what it does not know', async () => {
      const { code, out } = await drift(
        { kind: 'List', items: [live('medium')] },
        '--exit-code',
      );
      expect(out).toContain('XRedisCache/cache inSync');
      expect(out).toContain(
        'Secret/auth unknown: the live side has no objects of kind Secret',
      );
      expect(code).toBe(0);
    });

    it('tells missing from unknown', async () => {
      const other = {
        ...live('medium'),
        metadata: { name: 'other', namespace: 'staging' },
      };
      const { out } = await drift(other);
      expect(out).toContain('XRedisCache/cache missing');
    });

    it('needs a file that can be read', async () => {
      const { code, err } = await run(
        bare,
        'drift',
        '.',
        '--env',
        'staging',
        '--live',
        'none.json',
      );
      expect(code).toBe(2);
      expect(err).toContain('none.json cannot be read');
    });
  });

  it.each([
    ['a folder that is not there', ['effective', 'nowhere'], 'is no folder'],
    [
      'an environment that is not there',
      ['effective', '.', '--env', 'qa'],
      'there are dev, staging',
    ],
    [
      'a service that is not there',
      ['diff', '.', 'dev', 'staging', '--service', 'x'],
      'no service x',
    ],
    [
      'a commit that is not there',
      ['effective', '.', '--ref', 'nope'],
      'has no commit',
    ],
    [
      'an option as a commit',
      ['effective', '.', '--ref=--all'],
      'has no commit',
    ],
    ['no command', [], 'Which command?'],
    ['an unknown command', ['frobnicate'], 'frobnicate'],
  ])('%s: exits with 2', async (_, argv, words) => {
    const { code, err } = await run(bare, ...argv);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });
});
