/**
 * The plugin's words, for apps that want others.
 *
 * @packageDocumentation
 */
export { environmentsTranslationRef } from '../translation';
