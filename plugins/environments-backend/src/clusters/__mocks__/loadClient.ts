import type { ClientModule } from '../loadClient';

/**
 * The real library. Jest's module system cannot import ES modules without a
 * flag, so Node's own require loads it.
 */
export async function loadClient(): Promise<ClientModule> {
  const { createRequire } = process.getBuiltinModule('node:module');
  return createRequire(__filename)('@kubernetes/client-node');
}
