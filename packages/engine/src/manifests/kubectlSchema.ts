import {
  defineScalarTag,
  FAILSAFE_SCHEMA,
  mergeTag,
  NOT_RESOLVED,
} from 'js-yaml';
import { Json } from '../fields';
import { resolvePlain } from './scalars';

function tag(name: string, fits: (value: Json) => boolean) {
  return defineScalarTag<Json>(`tag:yaml.org,2002:${name}`, {
    implicit: true,
    resolve: source => {
      // Infinities have no JSON value, but must not be taken for text.
      const value = resolvePlain(source) ?? noJson(source);
      return fits(value) ? value : NOT_RESOLVED;
    },
    identify: fits,
    represent: data => String(data),
  });
}

function noJson(source: string): Json {
  return /^[-+]?\.inf$|^\.nan$/i.test(source) ? NaN : null;
}

/**
 * Scalars as kubectl and Argo CD read them, for `load` and `dump` of js-yaml.
 * Dumped with it, a string that those tools would take for something else is
 * quoted.
 */
export const kubectlSchema = FAILSAFE_SCHEMA.withTags(
  mergeTag,
  tag('null', value => value === null),
  tag('bool', value => typeof value === 'boolean'),
  tag('int', value => typeof value === 'bigint' || Number.isInteger(value)),
  tag('float', value => typeof value === 'number' && !Number.isInteger(value)),
);
