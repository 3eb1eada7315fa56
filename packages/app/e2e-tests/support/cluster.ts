const KUBERNETES = 'http://127.0.0.1:7090/clusters';

/** An object as the Kubernetes API of a cluster of the sandbox gives it, below its path. */
export async function readObject<T>(cluster: string, path: string): Promise<T> {
  const response = await fetch(`${KUBERNETES}/${cluster}${path}`, {
    headers: { Authorization: 'Bearer sandbox' },
  });
  if (!response.ok) {
    throw new Error(`${cluster}${path}: ${response.status}`);
  }
  return response.json() as Promise<T>;
}

interface Claim {
  spec: { parameters: Record<string, unknown> };
}

const CLAIMS = '/apis/platform.company.com/v1alpha1/namespaces';

/** The parameters of a claim as they are in a cluster now. */
export async function liveParameters(
  cluster: string,
  namespace: string,
  claim: `${'xrediscaches' | 'xpostgresqls'}/${string}`,
): Promise<Record<string, unknown>> {
  const object = await readObject<Claim>(
    cluster,
    `${CLAIMS}/${namespace}/${claim}`,
  );
  return object.spec.parameters;
}
