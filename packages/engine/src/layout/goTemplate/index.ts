export { TemplateError, UnsupportedTemplate } from './errors';
export { goText } from './format';
export { writeJson } from './json';
export { copyOfMap, mergeInto } from './maps';
export { normalize } from './names';
export { GoTemplates } from './render';
export { trimSpace } from './text';
export { GoList, GoMap, listOfStrings, mapOf } from './values';
export type { Value } from './values';
