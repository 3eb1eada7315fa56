export { kubectlSchema } from './kubectlSchema';
export { createLocator, locateField } from './locate';
export {
  isDnsLabel,
  isDnsSubdomain,
  kindOf,
  listItems,
  resourceKey,
  toManifest,
} from './objects';
export { parseManifests } from './parseManifests';
export { readYaml } from './readYaml';
export * from './types';
