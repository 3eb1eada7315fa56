/**
 * Seams of the environments backend.
 *
 * @packageDocumentation
 */
export * from './clusters';
export * from './forge';
export * from './permissions';
export * from './service';
