import { parseEntityRef } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { changeRequestRouteRef, changeRequestsRouteRef } from '../routes';
import { useRouteRef } from '../routing';
import { TabParams, tabSearch } from './useTabParams';

const TAB_PATH = 'environments';

/** Address of the entity tab of `entityRef`, in the state that `params` describe. */
export interface Links {
  entity(entityRef: string): string;
  tab(entityRef: string, params?: TabParams): string;
  compare(
    entityRef: string,
    from: string,
    to: string,
    query?: { view?: 'fields' | 'yaml'; show?: string },
  ): string;
  /** A request's own page, or the forge's when it has one. */
  request(request: { id: number; url?: string }): string;
  requests(): string;
}

/** Addresses of all screens of the plugin. */
export function useLinks(): Links {
  const entityRoute = useRouteRef(entityRouteRef);
  const requestRoute = useRouteRef(changeRequestRouteRef);
  const requestsRoute = useRouteRef(changeRequestsRouteRef);
  return useMemo(() => {
    const entity = (entityRef: string) => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      return entityRoute({
        kind: kind.toLocaleLowerCase('en'),
        namespace,
        name,
      });
    };
    const tab = (entityRef: string, params: TabParams = {}) =>
      `${entity(entityRef)}/${TAB_PATH}${tabSearch(params)}`;
    return {
      entity,
      tab,
      compare: (entityRef, from, to, query = {}) => {
        const search = new URLSearchParams(query).toString();
        const ends = [from, to].map(encodeURIComponent).join('/');
        const tail = search ? `?${search}` : '';
        return `${tab(entityRef)}/compare/${ends}${tail}`;
      },
      request: ({ id, url }) => url ?? requestRoute({ id: String(id) }),
      requests: () => requestsRoute(),
    };
  }, [entityRoute, requestRoute, requestsRoute]);
}
