import { EffectiveResource, lostFields } from '@stagecraft/engine';
import { CardResource } from '@stagecraft/plugin-environments-common';
import { RepositoryIndex } from '../types';
import { originOf } from './origins';

/** Other definitions of the same object, with the fields that are only in them. */
export function shadowedOf(
  index: RepositoryIndex,
  resource: EffectiveResource,
): CardResource['shadowed'] {
  return resource.shadowed.map(shadowed => ({
    ...originOf(index, shadowed),
    lostFields: lostFields(resource.manifest, shadowed),
  }));
}
