export { createClaimAction } from './createClaim';
export { createPromoteAction } from './createPromote';
export { postgresClaim, redisClaim } from './claims';
