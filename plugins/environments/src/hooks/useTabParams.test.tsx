import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { useLocation } from '../routing';
import { tabSearch, useTabParams } from './useTabParams';

function at(address: string) {
  return renderHook(
    () => ({ tab: useTabParams(), search: useLocation().search }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
      ),
    },
  );
}

it.each([
  [{}, ''],
  [
    {
      resource: {
        environment: 'production',
        resource: 'XPostgreSQL/user-database',
      },
      tab: 'fields',
    },
    '?resource=production/XPostgreSQL/user-database&tab=fields',
  ],
  [{ promote: { from: 'dev', to: 'staging' } }, '?promote=dev..staging'],
])('writes %j as %s and reads it back', (params, search) => {
  expect(tabSearch(params)).toBe(search);
  const { result } = at(`/x${search}`);
  expect(result.current.tab[0]).toEqual(expect.objectContaining(params));
});

it('changes only its own parameters, and closes with undefined', () => {
  const { result } = at('/x?view=yaml&promote=dev..staging&focus=qa');
  act(() => result.current.tab[1]({ promote: undefined }));
  expect(result.current.search).toBe('?view=yaml&focus=qa');
});

it('takes a damaged address for nothing', () => {
  const { result } = at('/x?promote=dev&resource=production');
  expect(result.current.tab[0]).toEqual({});
});
