/**
 * Seams of the environments backend.
 *
 * @packageDocumentation
 */
export * from './forge';
export * from './service';
