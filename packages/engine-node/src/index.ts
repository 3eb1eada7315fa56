export * from './jq';
export * from './kustomize';
