export { ClaimParameters } from './ClaimParameters';
export type { ClaimParametersOptions } from './ClaimParameters';
export { validateClaimParameters } from './validateClaimParameters';
