import { gvkOf } from './typeOf';
import { asServed, emptyObject } from './asServed';
import { builtInKinds } from './table';

const POD_SPEC = {
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  dnsPolicy: 'ClusterFirst',
  securityContext: {},
  schedulerName: 'default-scheduler',
};

const CONTAINER = {
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

describe('asServed', () => {
  // As kube-apiserver 1.36 shows it.
  it('fills in defaults, drops zeros and nulls, writes quantities its way', () => {
    const served = asServed({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a', creationTimestamp: null, annotations: {} },
      spec: {
        paused: false,
        strategy: { rollingUpdate: { maxSurge: 1 } },
        selector: { matchLabels: { app: 'a' } },
        template: {
          metadata: { labels: { app: 'a' } },
          spec: {
            restartPolicy: '',
            containers: [
              {
                name: 'c',
                image: 'app:1',
                imagePullPolicy: '',
                ports: [{ containerPort: 80 }],
                resources: { limits: { cpu: '0.5' } },
              },
            ],
            volumes: [
              { name: 'v' },
              { name: 's', secret: { secretName: 's' } },
            ],
          },
        },
      },
    });
    expect(served).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a' },
      spec: {
        replicas: 1,
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' },
        },
        selector: { matchLabels: { app: 'a' } },
        template: {
          metadata: { labels: { app: 'a' } },
          spec: {
            ...POD_SPEC,
            containers: [
              {
                ...CONTAINER,
                name: 'c',
                image: 'app:1',
                imagePullPolicy: 'IfNotPresent',
                ports: [{ containerPort: 80, protocol: 'TCP' }],
                resources: { limits: { cpu: '500m' } },
              },
            ],
            volumes: [
              { name: 'v', emptyDir: {} },
              { name: 's', secret: { secretName: 's', defaultMode: 420 } },
            ],
          },
        },
      },
    });
  });

  it.each([
    [{ type: 'ExternalName', externalName: 'x' }, { sessionAffinity: 'None' }],
    [
      { type: 'LoadBalancer' },
      {
        allocateLoadBalancerNodePorts: true,
        externalTrafficPolicy: 'Cluster',
        internalTrafficPolicy: 'Cluster',
        ipFamilyPolicy: 'SingleStack',
        sessionAffinity: 'None',
      },
    ],
  ])('fills in what goes with a Service of %p', (spec, filled) => {
    const service = { apiVersion: 'v1', kind: 'Service', spec };
    expect(asServed(service).spec).toEqual({ ...spec, ...filled });
  });

  it('leaves custom resources as they are', () => {
    const custom = { apiVersion: 'x.io/v1', kind: 'X', spec: { a: null } };
    expect(asServed(custom)).toBe(custom);
  });

  it('changes nothing the second time, whatever the kind', () => {
    for (const { group, version, kind } of builtInKinds()) {
      const apiVersion = group ? `${group}/${version}` : version;
      const once = asServed({ apiVersion, kind, metadata: { name: 'a' } });
      expect(asServed(once)).toEqual(once);
    }
  });
});

describe('emptyObject', () => {
  it('has the structs that are no pointers', () => {
    const kind = { apiVersion: 'apps/v1', kind: 'Deployment' };
    expect(emptyObject(gvkOf(kind))).toMatchObject({
      metadata: {},
      spec: {
        selector: null,
        strategy: {},
        template: { metadata: {}, spec: { containers: null } },
      },
    });
  });

  it('knows nothing of custom kinds', () => {
    expect(emptyObject(gvkOf({ apiVersion: 'x.io/v1', kind: 'X' }))).toBe(
      undefined,
    );
  });
});
