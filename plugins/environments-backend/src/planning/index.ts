export * from './CatalogPeople';
export * from './DefaultPlanner';
export * from './fileDiffs';
export * from './gates/DefaultGateJudge';
export * from './rules';
export * from './types';
