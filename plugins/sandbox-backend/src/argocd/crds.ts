import { JsonObject } from '@backstage/types';

const GROUP = 'argoproj.io';

const OPEN: JsonObject = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

function definition(
  kind: string,
  plural: string,
  short: string,
  status: boolean,
): JsonObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${GROUP}` },
    spec: {
      group: GROUP,
      scope: 'Namespaced',
      names: {
        kind,
        plural,
        singular: kind.toLowerCase(),
        listKind: `${kind}List`,
        shortNames: [short],
      },
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: OPEN },
          subresources: status ? { status: {} } : {},
        },
      ],
    },
  };
}

/**
 * The kinds of Argo CD, with open schemas. Applications have no status
 * subresource, as in Argo CD itself.
 */
export const ARGO_CRDS: readonly JsonObject[] = [
  definition('Application', 'applications', 'app', false),
  definition('ApplicationSet', 'applicationsets', 'appset', true),
  definition('AppProject', 'appprojects', 'appproj', false),
];
