export { TemplateError, UnsupportedTemplate } from './errors';
export { normalize } from './names';
export { GoTemplates } from './render';
export { mergeMaps } from './sprigDicts';
export { goText } from './values';
