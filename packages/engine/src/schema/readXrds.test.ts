import { JsonObject, getAt, keyPath } from '../fields';
import { findDefinition, formSchema, readXrds, validateObject } from '.';

const PARAMETERS = {
  type: 'object',
  required: ['databaseName'],
  properties: {
    databaseName: {
      type: 'string',
      description: 'Name of the database',
      minLength: 1,
    },
    size: { type: 'string', enum: ['small', 'large'], default: 'small' },
    port: { 'x-kubernetes-int-or-string': true },
    nested: {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      properties: { TLSMode: { type: 'boolean' } },
    },
  },
};

function definition(
  apiVersion: string,
  spec: Record<string, unknown> = {},
  parameters: object | undefined = PARAMETERS,
): { object: JsonObject } {
  return {
    object: {
      apiVersion,
      kind: 'CompositeResourceDefinition',
      metadata: { name: 'xdatabases.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'XDatabase', plural: 'xdatabases' },
        versions: [
          {
            name: 'v1',
            served: true,
            additionalPrinterColumns: [
              {
                name: 'Size',
                type: 'string',
                jsonPath: '.spec.parameters.size',
              },
            ],
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: parameters
                      ? { parameters }
                      : { size: { type: 'string' } },
                  },
                },
              },
            },
          },
          { name: 'v1beta1', served: false },
        ],
        ...spec,
      },
    } as unknown as JsonObject,
  };
}

const V1 = 'apiextensions.crossplane.io/v1';
const V2 = 'apiextensions.crossplane.io/v2';
const CLAIM = { claimNames: { kind: 'Database', plural: 'databases' } };

function instance(kind: string, spec: object, version = 'v1') {
  return {
    apiVersion: `example.com/${version}`,
    kind,
    metadata: { name: 'db' },
    spec,
  } as unknown as JsonObject;
}

describe('readXrds', () => {
  it.each([
    ['v2', definition(V2), 'v2', 'Namespaced'],
    [
      'v2, cluster scope',
      definition(V2, { scope: 'Cluster' }),
      'v2',
      'Cluster',
    ],
    [
      'v2, legacy scope',
      definition(V2, { scope: 'LegacyCluster' }),
      'legacy',
      'Cluster',
    ],
    ['v1', definition(V1), 'legacy', 'Cluster'],
  ])('tells flavour and scope: %s', (_, manifest, flavor, scope) => {
    expect(readXrds([manifest])).toMatchObject([
      {
        flavor,
        scope,
        group: 'example.com',
        kind: 'XDatabase',
        plural: 'xdatabases',
      },
    ]);
  });

  it('reads a CRD as it is', () => {
    const [crd] = readXrds([
      {
        object: {
          apiVersion: 'apiextensions.k8s.io/v1',
          kind: 'CustomResourceDefinition',
          spec: {
            group: 'example.com',
            scope: 'Namespaced',
            names: { kind: 'Widget', plural: 'widgets' },
            versions: [
              {
                name: 'v1',
                served: true,
                schema: { openAPIV3Schema: { type: 'object' } },
              },
            ],
          },
        },
      },
    ]);
    expect(crd).toMatchObject({ flavor: 'crd', kind: 'Widget' });
    expect(crd.versions[0].schema).toEqual({ type: 'object' });
  });

  it('keeps printer columns', () => {
    const [xrd] = readXrds([definition(V2)]);
    expect(xrd.versions[0].printerColumns).toEqual([
      {
        name: 'Size',
        type: 'string',
        jsonPath: '.spec.parameters.size',
        priority: 0,
      },
    ]);
  });

  it('passes over everything else', () => {
    const others = [
      {},
      { apiVersion: 'v1', kind: 'ConfigMap' },
      { apiVersion: V2, kind: 'CompositeResourceDefinition' },
      { apiVersion: V2, kind: 'Composition', spec: {} },
    ];
    expect(
      readXrds(others.map(object => ({ object: object as JsonObject }))),
    ).toEqual([]);
  });
});

describe('fields that Crossplane adds', () => {
  const parameters = { databaseName: 'a' };
  const cases: Array<
    [string, { object: JsonObject }, string, object, string[]]
  > = [
    [
      'v2 keeps them under spec.crossplane',
      definition(V2),
      'XDatabase',
      {
        crossplane: { compositionRef: { name: 'x' } },
        compositionRef: { name: 'x' },
      },
      ['spec.compositionRef'],
    ],
    [
      'legacy keeps them in spec',
      definition(V1),
      'XDatabase',
      {
        compositionRef: { name: 'x' },
        claimRef: { apiVersion: 'a', kind: 'b', namespace: 'c', name: 'd' },
      },
      [],
    ],
    [
      'a claim has its own',
      definition(V1, CLAIM),
      'Database',
      { compositeDeletePolicy: 'Sometimes', resourceRefs: [] },
      ['spec.compositeDeletePolicy', 'spec.resourceRefs'],
    ],
  ];

  it.each(cases)('%s', (_, manifest, kind, spec, places) => {
    const xrds = readXrds([manifest]);
    const object = instance(kind, { parameters, ...spec });
    const found = findDefinition(xrds, object);
    if (found.state !== 'found') throw new Error(found.state);
    const issues = validateObject(object, found.schema);
    expect(
      issues.map(({ path }) =>
        path.map(step => 'key' in step && step.key).join('.'),
      ),
    ).toEqual(places);
  });
});

describe('findDefinition', () => {
  const xrds = readXrds([definition(V1, CLAIM)]);

  it.each([
    ['XDatabase', 'v1', 'found'],
    ['Database', 'v1', 'found'],
    ['XDatabase', 'v1beta1', 'versionNotServed'],
    ['XDatabase', 'v9', 'versionNotServed'],
    ['Other', 'v1', 'none'],
  ])('%s %s: %s', (kind, version, state) => {
    expect(findDefinition(xrds, instance(kind, {}, version)).state).toBe(state);
  });
});

describe('formSchema', () => {
  it('is plain JSON Schema of the parameters, with titles', () => {
    const [xrd] = readXrds([definition(V2)]);
    expect(formSchema(xrd)).toEqual({
      type: 'object',
      title: 'XDatabase',
      required: ['databaseName'],
      properties: {
        databaseName: {
          type: 'string',
          title: 'Database name',
          description: 'Name of the database',
          minLength: 1,
        },
        size: {
          type: 'string',
          title: 'Size',
          enum: ['small', 'large'],
          default: 'small',
        },
        port: { type: 'string', title: 'Port' },
        nested: {
          type: 'object',
          title: 'Nested',
          properties: { TLSMode: { type: 'boolean', title: 'TLS mode' } },
        },
      },
    });
  });

  it('asks for the spec without the added fields where there are no parameters', () => {
    const manifest = definition(V2);
    const spec = getAt(manifest.object, keyPath('spec'));
    const [xrd] = readXrds([
      {
        object: {
          ...manifest.object,
          spec: {
            ...(spec as JsonObject),
            versions: [
              {
                name: 'v1',
                served: true,
                schema: {
                  openAPIV3Schema: {
                    properties: {
                      spec: { properties: { size: { type: 'string' } } },
                    },
                  },
                },
              },
            ],
          },
        },
      },
    ]);
    expect(formSchema(xrd)).toMatchObject({
      properties: { size: { type: 'string', title: 'Size' } },
    });
    expect(formSchema(xrd)?.properties).not.toHaveProperty('crossplane');
  });

  it('is undefined for a version that is not served', () => {
    const [xrd] = readXrds([definition(V2)]);
    expect(formSchema(xrd, 'v1beta1')).toBeUndefined();
  });
});
