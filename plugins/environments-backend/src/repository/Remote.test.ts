import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { describeGitFailure } from './describeGitFailure';
import { GitMirror } from './GitMirror';
import { IntegrationCredentials } from './IntegrationCredentials';
import { Remote } from './Remote';

// Every test starts several git processes.
jest.setTimeout(60_000);

describe('credentials of a remote', () => {
  it('reach the host as a header, and no message or address', async () => {
    const seen: Array<string | undefined> = [];
    const server: Server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    const directory = mkdtempSync(path.join(os.tmpdir(), 'stagecraft-test-'));
    const { port } = server.address() as AddressInfo;
    const mirror = await GitMirror.open({
      name: 'acme/private',
      url: `http://robot:s3cr3t-p4ss@127.0.0.1:${port}/x.git`,
      branch: 'main',
      directory,
      logger: mockServices.logger.mock(),
    });
    try {
      expect(mirror.url).toBe(`http://127.0.0.1:${port}/x.git`);
      const error = await mirror.fetch().catch(e => e);
      expect(error).toMatchObject({ code: 'denied' });
      const pair = Buffer.from('robot:s3cr3t-p4ss').toString('base64');
      expect(seen[0]).toBe(`Basic ${pair}`);
      expect(`${error.message} ${error.stack}`).not.toMatch(
        new RegExp(`s3cr3t|${pair}`),
      );
    } finally {
      await mirror.close();
      server.close();
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it.each([
    ['https://github.com/acme/x.git', 'x-access-token:gh-token'],
    ['https://gitlab.acme.example/acme/x.git', 'oauth2:gl-token'],
    ['https://gitea.acme.example/acme/x.git', 'bot:gt-pass'],
    ['https://elsewhere.example/acme/x.git', undefined],
    ['git@github.com:acme/x.git', undefined],
    ['/srv/git/x.git', undefined],
  ])('of %s come from integrations', async (url, pair) => {
    const credentials = IntegrationCredentials.fromConfig(
      new ConfigReader({
        integrations: {
          github: [{ host: 'github.com', token: 'gh-token' }],
          gitlab: [
            {
              host: 'gitlab.acme.example',
              token: 'gl-token',
              apiBaseUrl: 'https://gitlab.acme.example/api/v4',
            },
          ],
          gitea: [
            {
              host: 'gitea.acme.example',
              username: 'bot',
              password: 'gt-pass',
            },
          ],
        },
      }),
    );
    expect(await credentials.headersFor(url)).toEqual(
      pair && {
        Authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      },
    );
  });

  it('are configuration for that host only', async () => {
    const { environment } = await new Remote('https://git.acme.example/x.git', {
      headersFor: async () => ({ Authorization: 'Bearer abc' }),
    }).access();
    expect(environment).toEqual({
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.https://git.acme.example/.extraHeader',
      GIT_CONFIG_VALUE_0: 'Authorization: Bearer abc',
    });
  });

  it('are cut out of whatever Git says', () => {
    const error = describeGitFailure(
      'fetch acme',
      'fatal: unable to access https://me:pw@host/x: header Authorization: Bearer tok-en-123',
      ['tok-en-123'],
    );
    expect(error.message).not.toMatch(/pw@|tok-en-123/);
    expect(error.code).toBe('unreachable');
  });
});
