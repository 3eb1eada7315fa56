import { DRIFT } from '../drift';
import { ContractCheck } from '../types';
import { APPLYING } from './applying';
import { CUSTOM_RESOURCES } from './customResources';
import { MERGING } from './merging';
import { READING } from './reading';
import { SUBRESOURCES } from './subresources';
import { WRITING } from './writing';

/** Every behaviour the product relies on, by area. */
export const CONTRACT: ReadonlyArray<
  readonly [area: string, checks: readonly ContractCheck[]]
> = [
  ['reading', READING],
  ['writing', WRITING],
  ['subresources and deletion', SUBRESOURCES],
  ['server-side apply', APPLYING],
  ['merging', MERGING],
  ['custom resources', CUSTOM_RESOURCES],
  ['drift', DRIFT],
];

export { CACHE_CRD } from './fixtures';
