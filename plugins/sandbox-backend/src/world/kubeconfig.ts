import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface KubeconfigOptions {
  readonly directory: string;
  readonly token: string;
  readonly clusters: ReadonlyArray<{ name: string; url: string }>;
}

/** Writes a kubeconfig with a context for each cluster and returns its path. */
export async function writeKubeconfig(
  options: KubeconfigOptions,
): Promise<string> {
  const { clusters, directory, token } = options;
  const file = join(directory, 'kubeconfig');
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: clusters.map(({ name, url }) => ({
      name,
      cluster: { server: url },
    })),
    users: [{ name: 'sandbox', user: { token } }],
    contexts: clusters.map(({ name }) => ({
      name,
      context: { cluster: name, user: 'sandbox' },
    })),
    'current-context': clusters[0].name,
  };
  // JSON is YAML, and kubectl reads it as such.
  await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`, {
    mode: 0o600,
  });
  return file;
}
