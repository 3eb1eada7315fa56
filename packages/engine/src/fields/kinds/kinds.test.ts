import { parsePath } from '../parsePath';
import { listKindsFor, typeAt, typeOf } from './typeOf';

const at = (text: string) => parsePath(text)!;
const gvk = (group: string, version: string, kind: string) => ({
  group,
  version,
  kind,
});
const DEPLOYMENT = gvk('apps', 'v1', 'Deployment');
const COMPOSITE = gvk('platform.company.com', 'v1alpha1', 'XRedisCache');

describe('listKindsFor', () => {
  it.each([
    [DEPLOYMENT, 'spec.template.spec.containers', ['name']],
    [DEPLOYMENT, 'spec.template.spec.volumes', ['name']],
    [
      DEPLOYMENT,
      'spec.template.spec.containers[name=a].volumeMounts',
      ['mountPath'],
    ],
    [gvk('', 'v1', 'Service'), 'spec.ports', ['port', 'protocol']],
    [gvk('batch', 'v1beta1', 'CronJob'), 'metadata.ownerReferences', ['uid']],
    [
      gvk('argoproj.io', 'v1alpha1', 'Rollout'),
      'spec.template.spec.containers',
      ['name'],
    ],
  ])('%p %s is keyed', (kind, path, keys) => {
    expect(listKindsFor(kind)(at(path))).toMatchObject({ type: 'keyed', keys });
  });

  it.each([
    [DEPLOYMENT, 'metadata.finalizers', 'set'],
    [COMPOSITE, 'metadata.finalizers', 'set'],
    [DEPLOYMENT, 'spec.template.spec.containers[name=a].args', 'atomic'],
    [DEPLOYMENT, 'spec.no.such.list', 'atomic'],
    [COMPOSITE, 'spec.parameters.users', 'atomic'],
    [
      gvk('autoscaling', 'v2', 'HorizontalPodAutoscaler'),
      'spec.metrics',
      'bag',
    ],
    [gvk('', 'v1', 'Endpoints'), 'subsets', 'bag'],
  ])('%p %s is a %s', (kind, path, type) => {
    expect(listKindsFor(kind)(at(path)).type).toBe(type);
  });

  it('knows what missing key fields stand for', () => {
    const kind = listKindsFor(gvk('', 'v1', 'Service'))(at('spec.ports'));
    expect(kind).toMatchObject({ keyDefaults: { protocol: 'TCP' } });
  });

  it('believes a schema before the table', () => {
    const schema = {
      properties: {
        spec: {
          properties: {
            users: {
              'x-kubernetes-list-type': 'map',
              'x-kubernetes-list-map-keys': ['name', 'realm'],
              items: { properties: { realm: { default: 'main' } } },
            },
            zones: { 'x-kubernetes-list-type': 'set' },
            size: { pattern: '^(([KMGTPE]i)|[numkMGTPE])?$', default: '1Gi' },
          },
        },
      },
    };
    const lists = listKindsFor(COMPOSITE, schema);
    expect(lists(at('spec.users'))).toEqual({
      type: 'keyed',
      keys: ['name', 'realm'],
      keyDefaults: { realm: 'main' },
    });
    expect(lists(at('spec.zones')).type).toBe('set');
    expect(lists(at('metadata.finalizers')).type).toBe('set');
    const size = typeAt(typeOf(COMPOSITE, schema), at('spec.size'));
    expect(size).toMatchObject({ quantity: true, defaults: ['1Gi'] });
  });
});

describe('typeOf', () => {
  it('has quantities, defaults and dropped zeros of built-in kinds', () => {
    const type = typeOf(DEPLOYMENT);
    const container = 'spec.template.spec.containers[name=a]';
    expect(typeAt(type, at(`${container}.resources.limits.cpu`)).quantity).toBe(
      true,
    );
    expect(typeAt(type, at('spec.replicas')).defaults).toEqual([1]);
    expect(typeAt(type, at('spec.paused')).zeroOmitted).toBe(true);
    expect(
      typeAt(type, at('spec.template.spec.automountServiceAccountToken'))
        .zeroOmitted,
    ).toBeFalsy();
  });

  it('follows types that contain themselves', () => {
    const crd = typeOf(
      gvk('apiextensions.k8s.io', 'v1', 'CustomResourceDefinition'),
    );
    const schema = 'spec.versions[0].schema.openAPIV3Schema';
    const deep = `${schema}.properties.spec.properties.size.nullable`;
    expect(typeAt(crd, at(deep)).zeroOmitted).toBe(true);
  });

  it('says nothing of names that only look like facts', () => {
    const type = typeOf(gvk('__proto__', 'constructor', 'toString'));
    expect(type.field('constructor').field('__proto__').list).toBeUndefined();
  });
});
