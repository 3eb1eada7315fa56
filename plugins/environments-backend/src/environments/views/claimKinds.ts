import { formSchema, getKey, Json, Manifest, Xrd } from '@stagecraft/engine';
import { ClaimKind } from '@stagecraft/plugin-environments-common';
import { RepositoryIndexAt } from '../types';

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** "XPostgreSQL" as people read it: "PostgreSQL". */
function titleOf(kind: string): string {
  return /^X[A-Z]/.test(kind) ? kind.slice(1) : kind;
}

function manifestsOf(index: RepositoryIndexAt): Manifest[] {
  return index.tree.paths.flatMap(
    path => index.tree.parse(path)?.manifests ?? [],
  );
}

function compositionsFor(manifests: readonly Manifest[], xrd: Xrd): string[] {
  return manifests.flatMap(({ kind, name, object }) => {
    const type = getKey(getKey(object, 'spec'), 'compositeTypeRef');
    return kind === 'Composition' && getKey(type, 'kind') === xrd.kind
      ? [name]
      : [];
  });
}

/** The kinds people can ask for: what the definitions in the repository serve. */
export function claimKinds(index: RepositoryIndexAt): ClaimKind[] {
  const manifests = manifestsOf(index);
  return index.xrds.flatMap(xrd => {
    const version = xrd.versions.find(({ served }) => served);
    if (xrd.flavor === 'crd' || !version) return [];
    const definition = manifests.find(
      ({ kind, object }) =>
        kind === 'CompositeResourceDefinition' &&
        getKey(getKey(getKey(object, 'spec'), 'names'), 'kind') === xrd.kind &&
        getKey(getKey(object, 'spec'), 'group') === xrd.group,
    );
    const kind = xrd.claimKind ?? xrd.kind;
    const { file, line } = definition?.origin ?? { file: '', line: 1 };
    const annotations = getKey(
      getKey(definition?.object, 'metadata'),
      'annotations',
    );
    return [
      {
        kind,
        group: xrd.group,
        version: version.name,
        title: titleOf(kind),
        description:
          text(getKey(annotations, 'description')) ??
          text(getKey(version.schema, 'description')),
        parameters: { ...formSchema(xrd, version.name) },
        compositions: compositionsFor(manifests, xrd),
        environments: index.layout.environments.map(({ name }) => name),
        origin: { file, line },
      },
    ];
  });
}
