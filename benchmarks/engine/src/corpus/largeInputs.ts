import { JsonObject } from '@stagecraft/engine';
import { manifestText } from './manifestText';
import { Promotion, promotions } from './promotions';
import { Random } from './random';
import { randomSettings } from './settings';

/** One file with many documents. */
export function longFile(documents: number): string {
  const random = new Random(documents);
  return Array.from({ length: documents }, (_, index) =>
    manifestText(randomSettings(random, index)),
  ).join('---\n');
}

/** One promotion of a file with many documents. */
export function longPromotion(documents: number): Promotion {
  const all = promotions(documents);
  const join = (side: keyof Promotion) =>
    all.map(one => one[side]).join('---\n');
  return {
    base: join('base'),
    source: join('source'),
    target: join('target'),
    wanted: join('wanted'),
  };
}

/** A Deployment with many environment variables, as one manager applied it. */
export function wideObject(variables: number, value: string): JsonObject {
  const names = Array.from({ length: variables }, (_, index) => `V${index}`);
  const owned = names.map(name => [`k:{"name":"${name}"}`, { 'f:value': {} }]);
  const containers = {
    'k:{"name":"main"}': { 'f:env': Object.fromEntries(owned) },
  };
  const pod = { 'f:template': { 'f:spec': { 'f:containers': containers } } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'wide',
      managedFields: [
        {
          manager: 'argocd-controller',
          operation: 'Apply',
          fieldsType: 'FieldsV1',
          fieldsV1: { 'f:spec': pod },
        },
      ],
    },
    spec: {
      template: {
        spec: {
          containers: [
            { name: 'main', env: names.map(name => ({ name, value })) },
          ],
        },
      },
    },
  };
}
