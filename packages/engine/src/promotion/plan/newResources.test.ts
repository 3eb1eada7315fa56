import {
  DEV,
  SOURCE,
  STAGING,
  TARGET,
  plan,
  redis,
} from '../__testUtils__/cacheWorld';
import { PlanResource } from '../types';

describe('a resource that the target does not have', () => {
  it('writes the identity of the target into a first copy', () => {
    const source = `# all that belongs to the session cache
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: user-service-dev # of dev
  labels:
    env: dev
    team: dev
spec:
  selector:
    matchLabels: { environment: dev }
  template:
    spec:
      serviceAccountName: dev
      volumes:
        - name: x
          ref: { namespace: user-service-dev }
`;
    const result = plan([
      {
        key: 'apps/Deployment/api',
        source: {
          path: 'environments/dev/applications/api-dev.yaml',
          text: source,
          document: 0,
        },
      },
    ]);
    expect(result.files).toEqual([
      expect.objectContaining({
        path: 'environments/staging/applications/api-staging.yaml',
        status: 'created',
        before: undefined,
        after: source
          .replace(/user-service-dev/g, 'user-service-staging')
          .replace('env: dev', 'env: staging')
          .replace('environment: dev', 'environment: staging'),
      }),
    ]);
  });

  it.each([
    ['is refused', undefined, 'refused', undefined],
    ['stays, if the target has it too', ['platform'], 'created', 'platform'],
    ['becomes the only one of the target', ['stg'], 'created', 'stg'],
  ])(
    'a namespace that names no environment %s',
    (_what, namespaces, change, expected) => {
      const text = SOURCE.replace('namespace: dev', 'namespace: platform');
      const source = { path: DEV, text, document: 0 };
      const result = plan(
        [redis({ source, target: undefined, base: undefined })],
        {
          namespaces,
        },
      );
      expect(result.resources[0].change).toBe(change);
      const [file] = result.files;
      expect(file?.after?.match(/namespace: (.*)/)?.[1]).toBe(expected);
    },
  );

  it('learns namespaces from resources that both sides have', () => {
    const other = SOURCE.replace('user-session-cache', 'carts').replace(
      'namespace: dev',
      'namespace: blue',
    );
    const blue = SOURCE.replace('namespace: dev', 'namespace: blue');
    const green = TARGET.replace('namespace: staging', 'namespace: green');
    const result = plan([
      redis({
        source: { path: DEV, text: blue, document: 0 },
        target: { path: STAGING, text: green, document: 0 },
      }),
      {
        key: 'platform.company.com/XRedisCache/carts',
        source: {
          path: 'environments/dev/carts.yaml',
          text: other,
          document: 0,
        },
      },
    ]);
    const created = result.files.find(file => file.status === 'created');
    expect(created?.after).toContain('namespace: green');
  });

  describe('where a new resource goes', () => {
    const two = `${SOURCE}---\n${SOURCE.replace(
      'user-session-cache',
      'carts',
    )}`;
    const carts: PlanResource = {
      key: 'platform.company.com/XRedisCache/carts',
      source: { path: DEV, text: two, document: 1 },
    };

    it('joins the siblings it has in the source', () => {
      const result = plan(
        [redis({ source: { path: DEV, text: two, document: 0 } }), carts],
        { existing: path => (path === STAGING ? TARGET : undefined) },
      );
      expect(result.files).toHaveLength(1);
      const { after, status } = result.files[0];
      expect(status).toBe('merged');
      expect(after).toContain('size: medium  # load test');
      expect(after).toContain('---\napiVersion');
      expect(after).toContain('  name: carts\n  namespace: staging\n');
    });

    it('gets a file of its own beside an unrelated one', () => {
      const unrelated = 'kind: Other\nmetadata: {name: x}\n';
      const result = plan([carts], {
        existing: path => (path === STAGING ? unrelated : undefined),
      });
      expect(result.files.map(file => [file.path, file.status])).toEqual([
        [
          'environments/staging/infrastructure/xrediscache-carts.yaml',
          'created',
        ],
      ]);
    });

    it('is refused where every place is taken', () => {
      const result = plan([carts], { existing: () => 'kind: Other\n' });
      expect(result.state).toBe('refused');
      expect(result.files).toEqual([]);
      expect(result.resources[0].reason).toContain('taken');
    });

    it('is refused where the path names no environment', () => {
      const source = { path: 'base/cache.yaml', text: two, document: 1 };
      const result = plan([{ ...carts, source }]);
      expect(result.resources[0]).toMatchObject({ change: 'refused' });
      expect(result.resources[0].reason).toContain('does not name dev');
    });
  });
});
