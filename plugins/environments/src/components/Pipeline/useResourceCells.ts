import { ServiceEnvironment } from '@stagecraft/plugin-environments-common';
import { useMemo, useState } from 'react';
import { ResourceCell } from './ResourceCells';
import {
  FEW_RESOURCES,
  ResourceLine,
  linesByKind,
  resourceLines,
} from './resourceLines';

function grouped(lines: ResourceLine[], open: Set<string>): ResourceCell[] {
  const kinds = linesByKind(lines).flatMap(({ kind, lines: ofKind }) => {
    const expanded = open.has(kind);
    const head: ResourceCell = { type: 'kind', kind, expanded };
    return expanded
      ? [head, ...ofKind.map(line => ({ type: 'resource' as const, line }))]
      : [head];
  });
  return [{ type: 'attention' }, ...kinds, { type: 'end' }];
}

function matching(lines: ResourceLine[], filter: string): ResourceCell[] {
  const wanted = filter.toLocaleLowerCase('en');
  const found = lines.filter(line =>
    line.resource.toLocaleLowerCase('en').includes(wanted),
  );
  return found.length > 0
    ? found.map(line => ({ type: 'resource', line }))
    : [{ type: 'noMatch' }];
}

/** Rows that all cards share: each resource while there are few, else one per kind. */
export function useResourceCells(
  environments: ServiceEnvironment[],
  filter: string,
): { cells: ResourceCell[]; many: boolean; toggle(kind: string): void } {
  const [open, setOpen] = useState<Set<string>>(new Set());
  const lines = useMemo(() => resourceLines(environments), [environments]);
  const many = lines.length > FEW_RESOURCES;
  const cells = useMemo<ResourceCell[]>(() => {
    if (!many) {
      return lines.map(line => ({ type: 'resource', line }));
    }
    return filter ? matching(lines, filter) : grouped(lines, open);
  }, [lines, many, filter, open]);
  const toggle = (kind: string) =>
    setOpen(old => {
      const next = new Set(old);
      if (!next.delete(kind)) {
        next.add(kind);
      }
      return next;
    });
  return { cells, many, toggle };
}
