import {
  JsonObject,
  Manifest,
  PrinterColumn,
  Xrd,
  XrdVersion,
} from '@stagecraft/engine';

type Typed = Pick<Manifest, 'group' | 'version' | 'kind'>;

function versionOf(
  xrds: readonly Xrd[],
  { group, version, kind }: Typed,
): { xrd: Xrd; version: XrdVersion } | undefined {
  for (const xrd of xrds) {
    if (xrd.group !== group) continue;
    if (xrd.kind !== kind && xrd.claimKind !== kind) continue;
    const found = xrd.versions.find(({ name }) => name === version);
    if (found) return { xrd, version: found };
  }
  return undefined;
}

/** Schema of an object's kind, if the repository defines it. */
export function schemaOf(
  xrds: readonly Xrd[],
  typed: Typed,
): JsonObject | undefined {
  const found = versionOf(xrds, typed);
  if (!found) return undefined;
  return found.xrd.claimKind === typed.kind
    ? found.version.claimSchema
    : found.version.schema;
}

/** Printer columns of an object's kind; empty if the repository does not define it. */
export function columnsOf(
  xrds: readonly Xrd[],
  typed: Typed,
): readonly PrinterColumn[] {
  return versionOf(xrds, typed)?.version.printerColumns ?? [];
}
