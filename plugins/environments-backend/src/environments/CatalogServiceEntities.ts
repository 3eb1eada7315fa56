import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SERVICE_ANNOTATION } from '@stagecraft/plugin-environments-common';
import { ServiceEntities } from './DefaultEnvironmentsService';

/** Owners change rarely, and the page of all services asks for all of them. */
const KEPT_MS = 60_000;

type Found = { owner?: string; entityRef?: string };

function ownerOf(entity: Entity): string | undefined {
  const owner = entity.spec?.owner;
  if (typeof owner !== 'string') return undefined;
  return owner.slice(owner.lastIndexOf('/') + 1).replace(/^[^:]+:/, '');
}

/** Components of the catalog by the service they stand for. */
export class CatalogServiceEntities implements ServiceEntities {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  #known?: { until: number; entities: Promise<Map<string, Found>> };

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async find(service: string): Promise<Found | undefined> {
    const now = Date.now();
    if (!this.#known || this.#known.until < now) {
      const entities = this.#read();
      this.#known = { until: now + KEPT_MS, entities };
      entities.catch(() => {
        this.#known = undefined;
      });
    }
    try {
      return (await this.#known.entities).get(service);
    } catch {
      // Without the catalog a service has no owner; everything else is shown.
      return undefined;
    }
  }

  async #read(): Promise<Map<string, Found>> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'Component' },
        fields: ['kind', 'metadata', 'spec.owner'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const found = new Map<string, Found>();
    // An annotation says more than a name, so it is looked at last and wins.
    for (const entity of items) {
      found.set(entity.metadata.name, describe(entity));
    }
    for (const entity of items) {
      const service = entity.metadata.annotations?.[SERVICE_ANNOTATION];
      if (service) found.set(service, describe(entity));
    }
    return found;
  }
}

function describe(entity: Entity): Found {
  return { owner: ownerOf(entity), entityRef: stringifyEntityRef(entity) };
}
