import {
  CardResource,
  ServiceEnvironment,
} from '@stagecraft/plugin-environments-common';

/** One shared line of the pipeline. */
export interface ResourceLine {
  resource: string;
  kind: string;
  name: string;
}

/** The resources that an environment shows; none where it may not be seen. */
export function resourcesOf(environment: ServiceEnvironment): CardResource[] {
  return environment.state === 'read' ? environment.resources : [];
}

/**
 * One order for all environments. A resource that only later environments have
 * comes right after the one that it follows there.
 */
export function resourceLines(
  environments: ServiceEnvironment[],
): ResourceLine[] {
  const lines: ResourceLine[] = [];
  for (const environment of environments) {
    let at = 0;
    for (const { resource, kind, name } of resourcesOf(environment)) {
      const known = lines.findIndex(line => line.resource === resource);
      if (known >= 0) {
        at = known + 1;
      } else {
        lines.splice(at, 0, { resource, kind, name });
        at += 1;
      }
    }
  }
  return lines;
}

/** Lines by kind, in the order in which kinds come first. */
export function linesByKind(
  lines: ResourceLine[],
): Array<{ kind: string; lines: ResourceLine[] }> {
  const kinds = new Map<string, ResourceLine[]>();
  for (const line of lines) {
    const known = kinds.get(line.kind);
    if (known) {
      known.push(line);
    } else {
      kinds.set(line.kind, [line]);
    }
  }
  return [...kinds].map(([kind, ofKind]) => ({ kind, lines: ofKind }));
}

/** More than this many and they are grouped by kind. */
export const FEW_RESOURCES = 12;
