import fc from 'fast-check';
import {
  asServed,
  builtInKinds,
  FieldType,
  GroupVersionKind,
  isList,
  isObject,
  Json,
  JsonObject,
  listKindOf,
  typeOf,
} from '../fields';
import { kindStruct } from '../fields/kinds/table';
import { manifestOf, ownedWhole } from './__testUtils__/builtInObjects';
import { entry, drift, summary } from './testObjects';

/** Keys, and items whose order does not count, the other way round. */
function reversed(value: Json, type: FieldType): Json {
  if (isList(value)) {
    const items = value.map(item => reversed(item, type.item));
    return listKindOf(type).type === 'atomic' ? items : items.reverse();
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .reverse()
      .map(key => [key, reversed(value[key], type.field(key))]),
  );
}

/**
 * The object as the server shows it. Who applies it owns what Git says, who
 * creates it the defaults as well.
 */
function applied(
  desired: JsonObject,
  gvk: GroupVersionKind,
  manager: string,
  operation: string,
): JsonObject {
  const served = reversed(asServed(desired), typeOf(gvk)) as JsonObject;
  const managedFields = [
    entry(manager, ownedWhole(operation === 'Apply' ? desired : served, gvk), {
      operation,
    }),
  ];
  return {
    ...served,
    metadata: {
      ...(served.metadata as JsonObject),
      uid: 'u',
      resourceVersion: '7',
      creationTimestamp: '2026-01-01T00:00:00Z',
      managedFields,
    },
    status: { phase: 'Active' },
  };
}

const KINDS = builtInKinds().map(
  gvk => [`${gvk.group}/${gvk.version} ${gvk.kind}`, gvk] as const,
);

describe('a freshly applied object has no drift', () => {
  it.each(KINDS)('%s', (_, gvk) => {
    const who = fc.constantFrom(
      ['argocd-controller', 'Update'],
      ['argocd-controller', 'Apply'],
      ['kubectl-create', 'Update'],
      ['acme-controller', 'Update'],
    );
    fc.assert(
      fc.property(manifestOf(gvk, kindStruct(gvk)!), who, (desired, [m, o]) => {
        const found = drift(desired, applied(desired, gvk, m, o));
        expect([found.verdict, ...summary(found)]).toEqual(['inSync']);
      }),
      { numRuns: 40 },
    );
  });

  it('and one label put on by hand is all of its drift', () => {
    const anyKind = fc.constantFrom(...KINDS.map(([, gvk]) => gvk));
    const manifests = anyKind.chain(gvk =>
      manifestOf(gvk, kindStruct(gvk)!).map(desired => ({ gvk, desired })),
    );
    fc.assert(
      fc.property(manifests, ({ gvk, desired }) => {
        const live = applied(desired, gvk, 'argocd-controller', 'Apply');
        const metadata = live.metadata as JsonObject;
        const edited = {
          ...live,
          metadata: {
            ...metadata,
            labels: { ...(metadata.labels as JsonObject), debug: 'on' },
            managedFields: [
              ...(metadata.managedFields as readonly JsonObject[]),
              entry('kubectl-label', {
                'f:metadata': { 'f:labels': { 'f:debug': {} } },
              }),
            ],
          },
        };
        expect(summary(drift(desired, edited))).toEqual([
          'added metadata.labels.debug manual kubectl-label',
        ]);
      }),
      { numRuns: 200 },
    );
  });
});
