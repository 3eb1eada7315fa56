/**
 * Wire types, permissions and annotations of the environments plugin.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './permissions';
export * from './signals';
export * from './wire';
