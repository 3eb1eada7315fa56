export { EVIDENCE_CODES } from './codes';
export type { EvidenceCode } from './codes';
export * from './types';
