import { JsonObject } from '../../fields';
import { readYaml } from '../../manifests';
import { Decision, PlanInput, PlanResource, PromotionPlan } from '../types';
import { planPromotion } from './planPromotion';

const DEV = 'environments/dev/infrastructure/redis-cache.yaml';
const STAGING = 'environments/staging/infrastructure/redis-cache.yaml';

function cache(environment: string, parameters: string, head = ''): string {
  return `${head}apiVersion: platform.company.com/v1alpha1
kind: XRedisCache
metadata:
  name: user-session-cache
  namespace: ${environment}
spec:
  parameters:
${parameters.replace(/^/gm, '    ').trimEnd()}
`;
}

const BASE = cache('dev', 'size: small\nversion: "7.0"\nbackup: false');
const SOURCE = cache(
  'dev',
  'size: small\nversion: "7.2"\nbackup: false\nmaxMemoryPolicy: allkeys-lru',
);
const TARGET = cache(
  'staging',
  'size: medium  # load test\nversion: "7.0"\nbackup: true\nreplicas: 3',
  '# owned by identity-team\n',
);

function objectOf(text: string): JsonObject {
  return readYaml(text) as JsonObject;
}

function redis(overrides: Partial<PlanResource> = {}): PlanResource {
  return {
    key: 'platform.company.com/XRedisCache/user-session-cache',
    source: { path: DEV, text: SOURCE, document: 0 },
    target: { path: STAGING, text: TARGET, document: 0 },
    base: objectOf(BASE),
    ...overrides,
  };
}

function plan(
  resources: PlanResource[],
  overrides: Partial<PlanInput> = {},
): PromotionPlan {
  return planPromotion({ from: 'dev', to: 'staging', resources, ...overrides });
}

function outcome(result: PromotionPlan): string[] {
  return result.resources.flatMap(resource =>
    resource.fields.map(
      field => `${field.action} ${field.text} (${field.why})`,
    ),
  );
}

describe('planPromotion', () => {
  it('takes what dev changed and keeps what staging has of its own', () => {
    const result = plan([redis()]);
    expect(result.state).toBe('ready');
    expect(outcome(result)).toEqual([
      'keep spec.parameters.size (override)',
      'take spec.parameters.version (source-changed)',
      'keep spec.parameters.backup (override)',
      'keep spec.parameters.replicas (target-only)',
      'take spec.parameters.maxMemoryPolicy (source-changed)',
    ]);
    expect(result.files).toHaveLength(1);
    expect(result.files[0]).toMatchObject({
      path: STAGING,
      status: 'merged',
      before: TARGET,
    });
    expect(result.files[0].after).toBe(
      TARGET.replace('"7.0"', '"7.2"').replace(
        'backup: true\n',
        'backup: true\n    maxMemoryPolicy: allkeys-lru\n',
      ),
    );
  });

  it('has nothing to do once the result is in place', () => {
    const after = plan([redis()]).files[0].after!;
    const again = plan([
      redis({
        target: { path: STAGING, text: after, document: 0 },
        base: objectOf(SOURCE),
      }),
    ]);
    expect(again.state).toBe('nothing');
    expect(again.files).toEqual([]);
  });

  it('never reports the namespace, also without a base', () => {
    const result = plan([redis({ base: undefined })]);
    expect(result.state).toBe('undecided');
    expect(result.conflicts.map(field => field.text)).toEqual([
      'spec.parameters.size',
      'spec.parameters.version',
      'spec.parameters.backup',
    ]);
    expect(result.conflicts.every(field => field.why === 'no-base')).toBe(true);
  });

  it.each<[string, Decision, string, string]>([
    [
      'take the source',
      { path: 'spec.parameters.size', choose: 'source' },
      'take',
      'size: small  # load test',
    ],
    [
      'keep a change away',
      { path: 'spec.parameters.version', choose: 'target' },
      'keep',
      'version: "7.0"',
    ],
    [
      'another value',
      { path: 'spec.parameters.version', choose: 'value', value: '7.1' },
      'take',
      'version: "7.1"',
    ],
    [
      'no value at all',
      { path: 'spec.parameters.replicas', choose: 'value' },
      'take',
      'backup: true\n    maxMemoryPolicy: allkeys-lru\n',
    ],
  ])('lets a person decide: %s', (_what, decision, action, text) => {
    const result = plan([redis()], {
      decisions: [{ ...decision, resource: 'XRedisCache/user-session-cache' }],
    });
    const field = result.resources[0].fields.find(
      item => item.text === decision.path,
    );
    expect(field).toMatchObject({ action, why: 'decided' });
    expect(result.files[0].after).toContain(text);
  });

  it('leaves decisions on other resources alone', () => {
    const decision = {
      resource: 'XRedisCache/other',
      path: 'spec.parameters.version',
      choose: 'target',
    } as const;
    const result = plan([redis()], { decisions: [decision] });
    expect(result.takes.map(field => field.text)).toContain(decision.path);
  });

  it('says which hotfix debt a taken value pays', () => {
    const owed = {
      resource: 'XRedisCache/user-session-cache',
      path: 'spec.parameters.maxMemoryPolicy',
      value: 'allkeys-lru',
      incident: 'INC-42',
    };
    const [field] = plan([redis()], { owed: [owed] }).takes.filter(
      item => item.pays,
    );
    expect(field).toMatchObject({ text: owed.path, pays: 'INC-42' });
  });

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

  it('deletes what the source gave up, unless the target changed it', () => {
    const gone = redis({
      source: undefined,
      base: objectOf(TARGET.replace('staging', 'dev')),
    });
    expect(plan([gone]).files[0]).toMatchObject({
      status: 'deleted',
      after: undefined,
    });
    const changed = plan([redis({ source: undefined })]);
    expect(changed.state).toBe('undecided');
    expect(changed.files[0]).toMatchObject({
      status: 'conflict',
      after: TARGET,
    });
    const decided = plan([redis({ source: undefined })], {
      decisions: [{ path: '', choose: 'source' }],
    });
    expect(decided.files[0].status).toBe('deleted');
  });

  it('asks about a resource that the target gave up and the source changed', () => {
    const result = plan([redis({ target: undefined })]);
    expect(result.state).toBe('undecided');
    expect(result.files).toEqual([]);
  });

  it('edits items of a List', () => {
    const item = (version: string) =>
      `  - kind: XRedisCache
    metadata: { name: user-session-cache }
    spec: { version: "${version}" } # pinned
`;
    const list = (version: string) =>
      `kind: List\napiVersion: v1\nitems:\n  - kind: A\n    metadata: { name: a }\n${item(
        version,
      )}`;
    const base = objectOf(
      'kind: XRedisCache\nmetadata: {name: user-session-cache}\nspec: {version: "7.0"}',
    );
    const result = plan([
      redis({
        base,
        source: { path: DEV, text: list('7.2'), document: 0, item: 1 },
        target: { path: STAGING, text: list('7.0'), document: 0, item: 1 },
      }),
    ]);
    expect(result.files[0].after).toBe(list('7.2'));
    const removed = plan([
      redis({
        base,
        source: undefined,
        target: { path: STAGING, text: list('7.0'), document: 0, item: 1 },
      }),
    ]);
    expect(removed.files[0].after).toBe(list('7.0').replace(item('7.0'), ''));
  });

  it('refuses a file it cannot read and goes on with the rest', () => {
    const broken = { path: STAGING, text: 'a: [1\n', document: 0 };
    const result = plan([redis({ target: broken }), redis()]);
    expect(result.state).toBe('refused');
    expect(result.resources.map(item => item.change)).toEqual([
      'refused',
      'changed',
    ]);
    expect(result.resources[0].reason).toBeTruthy();
  });

  it('does not write a mapping that has a key twice', () => {
    const text = TARGET.replace('replicas: 3', 'version: "7.0"');
    const target = { path: STAGING, text, document: 0 };
    const result = plan([redis({ target })]);
    expect(result.state).toBe('refused');
    expect(result.files[0]).toMatchObject({ status: 'refused', after: text });
    expect(result.files[0].reason).toContain('twice');
  });
});
