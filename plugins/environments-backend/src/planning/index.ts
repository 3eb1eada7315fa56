export * from './fileDiffs';
export * from './types';
