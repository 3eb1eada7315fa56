/** The Kubernetes client library. */
export type ClientModule = typeof import('@kubernetes/client-node');

/** Loads the library, which is large and an ES module, when it is first needed. */
export async function loadClient(): Promise<ClientModule> {
  return import('@kubernetes/client-node');
}
