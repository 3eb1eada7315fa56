export * from './DefaultChangeRequestService';
export * from './ForgeRegistry';
export * from './store';
export * from './types';
