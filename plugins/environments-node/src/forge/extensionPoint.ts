import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ForgeProvider } from './types';

/**
 * Lets modules of the environments plugin bring forges.
 *
 * @remarks
 * Providers are asked in the order of their registration; the first that
 * serves a repository has it. A repository that none serves gets the built-in
 * forge: change requests in the plugin's database, reviewed and merged in the
 * portal, over any plain Git remote.
 *
 * @example
 * ```ts
 * export default createBackendModule({
 *   pluginId: 'environments',
 *   moduleId: 'my-forge',
 *   register(env) {
 *     env.registerInit({
 *       deps: { forges: environmentsForgeExtensionPoint },
 *       async init({ forges }) {
 *         forges.addForgeProvider(new MyForgeProvider());
 *       },
 *     });
 *   },
 * });
 * ```
 * @public
 */
export interface EnvironmentsForgeExtensionPoint {
  /** Throws if a provider with the same id is there already. */
  addForgeProvider(provider: ForgeProvider): void;
}

/** @public */
export const environmentsForgeExtensionPoint =
  createExtensionPoint<EnvironmentsForgeExtensionPoint>({
    id: 'environments.forge',
  });
