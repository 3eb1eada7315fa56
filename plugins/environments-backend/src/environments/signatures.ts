import { createHash } from 'node:crypto';
import { RepositoryIndex } from './types';

/** What the cards of each service depend on in Git, hashed. */
export interface Signatures {
  /** Applications, definitions, problems, environments: of all services. */
  readonly shared: string;
  readonly services: ReadonlyMap<string, string>;
}

function hash(value: unknown): string {
  const text = JSON.stringify(value, (_key, item) =>
    typeof item === 'bigint' ? item.toString() : item,
  );
  return createHash('sha256').update(text).digest('hex');
}

/** Signatures at the newest commit. */
export function serviceSignatures(index: RepositoryIndex): Signatures {
  const latest = index.latest();
  const parts = new Map<string, unknown[]>();
  for (const resource of index.effective()) {
    if (resource.service === undefined) continue;
    const { manifest, shadowed, environment, application } = resource;
    const list = parts.get(resource.service) ?? [];
    parts.set(resource.service, list);
    list.push([
      environment,
      application,
      manifest.origin,
      // Another text than the resource's own: the file is broken by now.
      latest?.oid(manifest.origin.file),
      shadowed.map(m => m.origin),
    ]);
  }
  return {
    shared: hash([
      latest?.layout.environments.map(({ name }) => name),
      latest?.layout.applications,
      latest?.layout.problems,
      latest?.xrds,
    ]),
    services: new Map(
      [...parts].map(([service, list]) => [service, hash(list)]),
    ),
  };
}

/** Services that must be looked at again; all of them when something shared changed. */
export function changedServices(
  before: Signatures | undefined,
  after: Signatures,
): string[] {
  const all = [...after.services.keys()];
  if (before?.shared !== after.shared) return all;
  return all.filter(
    service => before.services.get(service) !== after.services.get(service),
  );
}
