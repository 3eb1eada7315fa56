export { EVIDENCE_CODES } from './codes';
export type { EvidenceCode } from './codes';
export { evaluateGates } from './evaluateGates';
export * from './types';
