import { ServiceRow } from '@stagecraft/plugin-environments-common';
import { filterServices, ServiceFilter } from './filters';

function row(service: string, change: Partial<ServiceRow> = {}): ServiceRow {
  return {
    service,
    cells: [],
    steps: [],
    requests: 0,
    attention: 0,
    ...change,
  };
}

const read = {
  state: 'read',
  environment: 'dev',
  health: 'Healthy',
  drifted: 0,
  toDeploy: 0,
  unknown: 0,
} as const;
const step = { from: 'dev', to: 'staging', state: 'toPromote' } as const;

const rows: ServiceRow[] = [
  row('well', { cells: [read], owner: 'identity-team' }),
  row('broken', { attention: 9, cells: [{ ...read, health: 'Degraded' }] }),
  row('touched', { attention: 5, cells: [{ ...read, drifted: 2 }] }),
  row('waiting', { steps: [{ ...step, changes: 2, toDecide: 0 }] }),
  row('asking', { steps: [{ ...step, changes: 1, toDecide: 1 }] }),
  row('merged', { cells: [{ ...read, toDeploy: 1 }] }),
  row('owing', { debt: { since: '2026-11-20T08:00:00Z' } }),
  row('silent', { cells: [{ ...read, staleSince: '2026-11-23T13:02:00Z' }] }),
  row('partly', { cells: [{ ...read, unknown: 1 }] }),
  row('locked', { cells: [{ state: 'denied', environment: 'production' }] }),
];

describe('filterServices', () => {
  it.each<[ServiceFilter, string[]]>([
    ['all', rows.map(r => r.service)],
    ['attention', ['broken', 'touched']],
    ['degraded', ['broken']],
    ['drifted', ['touched']],
    ['decide', ['asking']],
    ['promote', ['waiting', 'asking']],
    ['deploy', ['merged']],
    ['debt', ['owing']],
    ['unreadable', ['silent', 'partly']],
  ])('%s finds %j', (filter, names) => {
    expect(filterServices(rows, filter).map(r => r.service)).toEqual(names);
  });

  it('looks for a part of the name or of the owner in any case', () => {
    const found = (text: string) =>
      filterServices(rows, 'all', text).map(r => r.service);
    expect(found(' WAIT')).toEqual(['waiting']);
    expect(found('identity')).toEqual(['well']);
  });
});
