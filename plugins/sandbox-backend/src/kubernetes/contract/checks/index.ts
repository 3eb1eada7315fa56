import { ContractCheck } from '../types';
import { APPLYING } from './applying';
import { CUSTOM_RESOURCES } from './customResources';
import { READING } from './reading';
import { WRITING } from './writing';

/** Every behaviour the product relies on, by area. */
export const CONTRACT: ReadonlyArray<
  readonly [area: string, checks: readonly ContractCheck[]]
> = [
  ['reading', READING],
  ['writing', WRITING],
  ['server-side apply', APPLYING],
  ['custom resources', CUSTOM_RESOURCES],
];

export { CACHE_CRD } from './fixtures';
