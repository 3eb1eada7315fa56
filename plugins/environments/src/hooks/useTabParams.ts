import { useCallback, useMemo } from 'react';
import { useSearchParams } from '../routing';

/** What is open over the entity tab. All of it lives in the address, so every state has a link and Back closes it. */
export interface TabParams {
  /** Environment and resource of the drawer. */
  resource?: { environment: string; resource: string };
  /** Tab of the drawer: fields, composed, conditions, history, runbook. */
  tab?: string;
  /** Way of the promote dialog. */
  promote?: { from: string; to: string };
  /** Environment in the middle of the rail. */
  focus?: string;
}

function parse(search: URLSearchParams): TabParams {
  const resource = search.get('resource');
  const slash = resource?.indexOf('/') ?? -1;
  const [from, to] = search.get('promote')?.split('..') ?? [];
  return {
    resource:
      resource && slash > 0
        ? {
            environment: resource.slice(0, slash),
            resource: resource.slice(slash + 1),
          }
        : undefined,
    tab: search.get('tab') ?? undefined,
    promote: from && to ? { from, to } : undefined,
    focus: search.get('focus') ?? undefined,
  };
}

/** Address of a state of the entity tab: `?resource=…&tab=…`, `?promote=dev..staging`. */
export function tabSearch(params: TabParams): string {
  const search = new URLSearchParams();
  if (params.focus) {
    search.set('focus', params.focus);
  }
  if (params.promote) {
    search.set('promote', `${params.promote.from}..${params.promote.to}`);
  }
  if (params.resource) {
    const { environment, resource } = params.resource;
    search.set('resource', `${environment}/${resource}`);
  }
  if (params.tab) {
    search.set('tab', params.tab);
  }
  // Slashes and dots are legal in a query and easier to read as they are.
  const text = search.toString().replaceAll('%2F', '/');
  return text ? `?${text}` : '';
}

/** Reads and writes what is open over the entity tab. `undefined` in a change closes. */
export function useTabParams(): [
  TabParams,
  (change: Partial<TabParams>, options?: { replace?: boolean }) => void,
] {
  const [search, setSearch] = useSearchParams();
  const params = useMemo(() => parse(search), [search]);
  const change = useCallback(
    (next: Partial<TabParams>, options?: { replace?: boolean }) =>
      setSearch(
        old => {
          const own = tabSearch({ ...parse(old), ...next });
          const merged = new URLSearchParams(old);
          for (const key of ['focus', 'promote', 'resource', 'tab']) {
            merged.delete(key);
          }
          for (const [key, value] of new URLSearchParams(own)) {
            merged.set(key, value);
          }
          return merged;
        },
        { replace: options?.replace },
      ),
    [setSearch],
  );
  return [params, change];
}

/** Like {@link tabSearch}, and keeps the environment that the rail has in the middle. */
export function useTabSearch(): (params: TabParams) => string {
  const [{ focus }] = useTabParams();
  return useCallback(params => tabSearch({ focus, ...params }), [focus]);
}
