import { mockServices } from '@backstage/backend-test-utils';
import { dump } from 'js-yaml';
import { createGitRemote, GitRemote } from '../__testUtils__/gitRemote';
import { GitMirror } from '../repository';
import { GitRepositoryIndex } from './GitRepositoryIndex';

jest.setTimeout(60_000);

const map = (environment: string, data: Record<string, string>) =>
  dump({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'settings',
      namespace: environment,
      labels: { 'app.kubernetes.io/part-of': 'shop' },
    },
    data,
  });

const file = (environment: string) =>
  `environments/${environment}/infrastructure/settings.yaml`;

describe('GitRepositoryIndex', () => {
  let remote: GitRemote;
  let mirror: GitMirror;
  let index: GitRepositoryIndex;
  let read: number;

  beforeEach(async () => {
    remote = createGitRemote();
    mirror = await GitMirror.open({
      name: 'acme/gitops',
      url: remote.url,
      branch: 'main',
      directory: `${remote.directory}/data`,
      logger: mockServices.logger.mock(),
    });
    read = 0;
    const readBlobs = mirror.readBlobContents.bind(mirror);
    mirror.readBlobContents = async oids => {
      const wanted = [...oids];
      read += wanted.length;
      return readBlobs(wanted);
    };
    index = GitRepositoryIndex.create({
      config: {
        name: 'acme/gitops',
        url: remote.url,
        branch: 'main',
        argoUrls: [],
      },
      repository: mirror,
      order: [],
      overrides: [],
      clusters: undefined,
    });
  });

  afterEach(async () => {
    await mirror.close();
    remote.cleanup();
  });

  async function refresh() {
    await mirror.fetch();
    return index.refresh();
  }

  const value = (environment: string) =>
    index
      .effective('shop')
      .find(resource => resource.environment === environment)?.manifest.object
      .data;

  it('finds environments by convention, in promotion order, and what is in them', async () => {
    remote.commit('feat: everywhere', {
      [file('production')]: map('production', { ttl: '45m' }),
      [file('dev')]: map('dev', { ttl: '20m' }),
      [file('staging')]: map('staging', { ttl: '20m' }),
    });
    const { layout, commit } = await refresh();
    expect(layout.environments.map(({ name }) => name)).toEqual([
      'dev',
      'staging',
      'production',
    ]);
    expect(commit).toBe(remote.head());
    expect(value('production')).toEqual({ ttl: '45m' });
    expect(index.effective('nobody')).toEqual([]);
  });

  it('tells lag from divergence by the history', async () => {
    remote.commit('feat: everywhere', {
      [file('dev')]: map('dev', { ttl: '20m', size: 'a' }),
      [file('staging')]: map('staging', { ttl: '20m', size: 'a' }),
    });
    remote.commit('feat: dev moves on', {
      [file('dev')]: map('dev', { ttl: '30m', size: 'b' }),
    });
    await refresh();
    const reasons = () =>
      Object.fromEntries(
        index
          .ask({ service: 'shop', from: 'dev', to: 'staging' })
          .fields.map(({ text, reason }) => [text, reason]),
      );
    expect(reasons()).toEqual({
      'data.ttl': 'pending',
      'data.size': 'pending',
    });

    remote.commit('fix: staging too', {
      [file('staging')]: map('staging', { ttl: '45m', size: 'a' }),
    });
    await refresh();
    expect(reasons()).toEqual({
      'data.ttl': 'divergent',
      'data.size': 'pending',
    });
  });

  it('reads only what a push changed', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `environments/dev/infrastructure/map-${i}.yaml`,
        map('dev', { i: String(i) }),
      ]),
    );
    remote.commit('feat: many', files);
    await refresh();
    expect(read).toBe(30);
    remote.commit('feat: one', { [file('dev')]: map('dev', { ttl: '1m' }) });
    await refresh();
    expect(read).toBe(31);
    await refresh();
    expect(read).toBe(31);
  });

  it('keeps what a broken file held, and lets go of what a commit deleted', async () => {
    remote.commit('feat: both', {
      [file('dev')]: map('dev', { ttl: '20m' }),
      [file('staging')]: map('staging', { ttl: '20m' }),
    });
    remote.commit('oops', {
      [file('dev')]: 'apiVersion: v1\nkind: ConfigMap\nmetadata: [',
      [file('staging')]: undefined,
    });
    await refresh();
    expect(value('dev')).toEqual({ ttl: '20m' });
    expect(value('staging')).toBeUndefined();
  });

  it('takes a file without text for unreadable, never for empty', async () => {
    remote.commit('feat: dev', { [file('dev')]: map('dev', { ttl: '20m' }) });
    await refresh();
    const bytes = Buffer.from([0xff, 0xfe, 0x00]);
    remote.commit('oops', { [file('dev')]: bytes });
    const { layout } = await refresh();
    expect(value('dev')).toEqual({ ttl: '20m' });
    expect(layout.problems).toMatchObject([
      {
        severity: 'error',
        code: 'invalid-yaml',
        path: file('dev'),
        message: expect.stringContaining('it is no UTF-8 text'),
      },
    ]);
  });

  it('names commits, the newest change of files, and any commit of the mirror', async () => {
    const first = remote.commit(
      'feat: dev',
      { [file('dev')]: map('dev', { ttl: '20m' }) },
      { author: 'Lea Brandt' },
    );
    const second = remote.commit('hotfix: more\n\nHotfix: INC-42', {
      [file('production')]: map('production', { ttl: '45m' }),
    });
    await refresh();
    expect(index.commit(second)).toMatchObject({
      shortId: second.slice(0, 7),
      subject: 'hotfix: more',
      hotfix: { incident: 'INC-42' },
    });
    expect(index.lastChange([file('dev')])).toMatchObject({
      id: first,
      author: 'Lea Brandt',
      hotfix: undefined,
    });
    expect(index.lastChange([file('dev'), file('production')])?.id).toBe(
      second,
    );
    expect(index.lastChange(['nothing.yaml'])).toBeUndefined();
    const before = await index.at(first);
    expect(before.oid(file('production'))).toBeUndefined();
    expect(before.oid(file('dev'))).toMatch(/^[0-9a-f]{40}$/);
    await expect(index.at('f'.repeat(40))).rejects.toThrow(
      /acme\/gitops has no commit ffffffffffff/,
    );
  });
});
