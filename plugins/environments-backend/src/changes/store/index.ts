export * from './DatabaseChangeRequestStore';
export * from './intent';
export * from './types';
export * from './whenChanged';
