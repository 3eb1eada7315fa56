export * from './changeRequests';
export * from './common';
export * from './comparison';
export * from './drift';
export * from './environments';
export * from './promotion';
