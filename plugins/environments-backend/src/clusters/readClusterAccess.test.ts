import { mockServices } from '@backstage/backend-test-utils';
import { readClusterAccess } from './readClusterAccess';

const read = (clusters: object[]) =>
  readClusterAccess(
    mockServices.rootConfig({
      data: {
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'catalog' },
            { type: 'config', clusters },
          ],
        },
      },
    }),
  );

const base = { name: 'dev', url: 'https://dev.example.com/' };

describe('readClusterAccess', () => {
  it.each([
    [
      'a service account token',
      { authProvider: 'serviceAccount', serviceAccountToken: 'secret' },
      { type: 'token', token: 'secret' },
    ],
    [
      'the pod it runs in',
      { authProvider: 'serviceAccount' },
      { type: 'inCluster' },
    ],
    ['a local proxy', { authProvider: 'localKubectlProxy' }, { type: 'none' }],
    [
      'a signed-in user',
      { authProvider: 'google' },
      {
        type: 'unsupported',
        reason: expect.stringContaining('authProvider google'),
      },
    ],
  ])('reads %s', (_, settings, auth) => {
    expect(read([{ ...base, ...settings }])).toEqual([
      {
        name: 'dev',
        url: 'https://dev.example.com',
        auth,
        caData: undefined,
        caFile: undefined,
        skipTLSVerify: false,
      },
    ]);
  });

  it('is empty without a kubernetes configuration', () => {
    expect(readClusterAccess(mockServices.rootConfig())).toEqual([]);
  });
});
