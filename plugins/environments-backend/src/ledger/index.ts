export { DatabaseLedgerStore } from './DatabaseLedgerStore';
export * from './types';
