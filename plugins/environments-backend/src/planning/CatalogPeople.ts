import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_HAS_MEMBER,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { z } from 'zod';
import { People } from './types';

const profileSchema = z.object({
  profile: z.object({
    displayName: z.string().optional(),
    email: z.string().optional(),
  }),
});

/** An address that reaches nobody, for people the catalog has none of. */
const NO_MAIL = 'users.noreply.stagecraft.invalid';

/** People and groups from the catalog. */
export class CatalogPeople implements People {
  readonly #catalog: Pick<CatalogService, 'getEntityByRef'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #logger: LoggerService;

  static create(options: {
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    logger: LoggerService;
  }): CatalogPeople {
    return new CatalogPeople(options);
  }

  private constructor(options: {
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  async identityOf(userRef: string): Promise<{ name: string; email: string }> {
    const { name } = parseEntityRef(userRef, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    const entity = await this.#read(userRef);
    const profile = profileSchema.safeParse(entity?.spec).data?.profile;
    return {
      name: profile?.displayName ?? name,
      email: profile?.email ?? `${name}@${NO_MAIL}`,
    };
  }

  async membersOf(
    groups: readonly string[],
  ): Promise<Record<string, string[]>> {
    const members: Record<string, string[]> = {};
    for (const group of groups) {
      const ref = stringifyEntityRef(
        parseEntityRef(group, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      );
      const entity = await this.#read(ref);
      if (!entity) continue;
      members[group] = (entity.relations ?? [])
        .filter(({ type }) => type === RELATION_HAS_MEMBER)
        .map(({ targetRef }) => targetRef);
    }
    return members;
  }

  /** The catalog being away costs a display name, never a merge. */
  async #read(ref: string): Promise<Entity | undefined> {
    try {
      return await this.#catalog.getEntityByRef(ref, {
        credentials: await this.#auth.getOwnServiceCredentials(),
      });
    } catch (error) {
      this.#logger.warn(`The catalog did not answer for ${ref}: ${error}`);
      return undefined;
    }
  }
}
