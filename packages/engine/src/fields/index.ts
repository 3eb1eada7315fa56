export * from './json';
export * from './lists';
export * from './path';
