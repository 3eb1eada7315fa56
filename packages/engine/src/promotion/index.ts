export { EditError } from './errors';
export { mergeFile } from './mergeFile';
export * from './types';
