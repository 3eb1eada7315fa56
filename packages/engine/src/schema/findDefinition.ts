import { JsonObject, gvkOf } from '../fields';
import { DefinitionLookup, Xrd } from './types';

/** The definition of an object's kind and version among those of a repository. */
export function findDefinition(
  xrds: readonly Xrd[],
  object: JsonObject,
): DefinitionLookup {
  const { group, version, kind } = gvkOf(object);
  const xrd = xrds.find(
    item =>
      item.group === group && (item.kind === kind || item.claimKind === kind),
  );
  if (!xrd) return { state: 'none' };
  const found = xrd.versions.find(item => item.name === version && item.served);
  if (!found) {
    const served = xrd.versions.filter(item => item.served);
    return {
      state: 'versionNotServed',
      xrd,
      served: served.map(item => item.name),
    };
  }
  const isClaim = xrd.kind !== kind;
  return {
    state: 'found',
    xrd,
    schema: isClaim ? found.claimSchema ?? found.schema : found.schema,
  };
}
