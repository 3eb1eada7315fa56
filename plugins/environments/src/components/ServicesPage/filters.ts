import { ServiceRow } from '@stagecraft/plugin-environments-common';

/** What people look for among many services. */
export type ServiceFilter =
  | 'all'
  | 'attention'
  | 'degraded'
  | 'drifted'
  | 'decide'
  | 'promote'
  | 'deploy'
  | 'debt'
  | 'unreadable';

type ReadCell = Extract<ServiceRow['cells'][number], { state: 'read' }>;

function someCell(row: ServiceRow, test: (cell: ReadCell) => boolean) {
  return row.cells.some(cell => cell.state === 'read' && test(cell));
}

const MATCHES: Record<ServiceFilter, (row: ServiceRow) => boolean> = {
  all: () => true,
  attention: row => row.attention > 0,
  degraded: row => someCell(row, cell => cell.health === 'Degraded'),
  drifted: row => someCell(row, cell => cell.drifted > 0),
  decide: row => row.steps.some(step => step.toDecide > 0),
  promote: row => row.steps.some(step => step.changes > 0),
  deploy: row => someCell(row, cell => cell.toDeploy > 0),
  debt: row => row.debt !== undefined,
  unreadable: row =>
    someCell(row, cell => cell.unknown > 0 || cell.staleSince !== undefined),
};

export const SERVICE_FILTERS = Object.keys(MATCHES) as ServiceFilter[];

/** Rows that match a filter and, if there is any, a part of a name. */
export function filterServices(
  rows: ServiceRow[],
  filter: ServiceFilter,
  search = '',
): ServiceRow[] {
  const wanted = search.trim().toLocaleLowerCase('en');
  return rows.filter(
    row =>
      MATCHES[filter](row) &&
      `${row.service} ${row.owner ?? ''}`
        .toLocaleLowerCase('en')
        .includes(wanted),
  );
}
