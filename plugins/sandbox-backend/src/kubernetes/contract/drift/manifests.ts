import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JsonObject as EngineObject, parseManifests } from '@stagecraft/engine';
import { KubeObject } from '../../objects';

const FOLDER = resolvePackagePath(
  '@stagecraft/plugin-sandbox-backend',
  'src/kubernetes/contract/drift/objects',
);

const FILES = ['workloads', 'network', 'configuration', 'control', 'custom'];

function read(name: string): KubeObject[] {
  const file = `${FOLDER}/${name}.yaml`;
  const { manifests, problems } = parseManifests({
    path: `${name}.yaml`,
    text: readFileSync(file, 'utf8'),
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return manifests.map(({ object }) => object as KubeObject);
}

/** The CRDs of the custom kinds. */
export const DEFINITIONS: readonly KubeObject[] = read('definitions');

/** What is applied, by name: about a hundred objects, every common kind. */
export const MANIFESTS: ReadonlyMap<string, KubeObject> = new Map(
  FILES.flatMap(read).map(object => [object.metadata.name, object]),
);

/** The schema of a custom kind, undefined for a built-in one. */
export function schemaFor(object: KubeObject): EngineObject | undefined {
  for (const { spec } of DEFINITIONS) {
    const { group, names, versions } = spec as unknown as DefinitionSpec;
    if (
      object.kind === names.kind &&
      object.apiVersion.startsWith(`${group}/`)
    ) {
      return versions[0].schema.openAPIV3Schema;
    }
  }
  return undefined;
}

interface DefinitionSpec {
  readonly group: string;
  readonly names: { readonly kind: string };
  readonly versions: readonly [
    { readonly schema: { readonly openAPIV3Schema: EngineObject } },
  ];
}
