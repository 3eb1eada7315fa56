export * from './fields';
export * from './parity';
export * from './promotion';
