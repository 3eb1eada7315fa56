export { CompositeController } from './CompositeController';
export { DefinitionController } from './DefinitionController';
export { ProviderController } from './ProviderController';
