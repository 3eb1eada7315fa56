export { needsAttention, worstHealth } from './attention';
export { ClosedCard, ownerRef } from './ClosedCard';
export { aheadText } from './DebtSection';
export { EnvironmentCard } from './EnvironmentCard';
export type { SharedRows } from './EnvironmentCard';
export { ResourceFlag } from './ResourceFlag';
export { NotHereRow, ResourceRow } from './ResourceRow';
export type { Vital } from './vitals';
export { deployVital, driftVital, healthVital } from './vitals';
