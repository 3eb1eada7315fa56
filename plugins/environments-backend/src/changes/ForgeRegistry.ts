import { ConflictError } from '@backstage/errors';
import {
  EnvironmentsForgeExtensionPoint,
  Forge,
  ForgeProvider,
} from '@stagecraft/plugin-environments-node';
import { PlanningSource } from '../planning';

/** Which forge serves a repository. */
export interface ForgeOfRepository {
  readonly id: string;
  readonly forge: Forge;
}

/** The forges that modules brought, and the built-in one for the rest. */
export class ForgeRegistry implements EnvironmentsForgeExtensionPoint {
  readonly #providers: ForgeProvider[] = [];
  readonly #chosen = new Map<string, Promise<ForgeOfRepository>>();

  addForgeProvider(provider: ForgeProvider): void {
    if (this.#providers.some(({ id }) => id === provider.id)) {
      throw new ConflictError(
        `Attempted to install a second forge provider ${provider.id}`,
      );
    }
    this.#providers.push(provider);
  }

  /** @param builtIn - makes the forge for a repository that no provider serves */
  forSource(
    source: PlanningSource,
    builtIn: (source: PlanningSource) => Forge,
  ): Promise<ForgeOfRepository> {
    const { name } = source.repository;
    let chosen = this.#chosen.get(name);
    if (!chosen) {
      chosen = this.#choose(source, builtIn);
      this.#chosen.set(name, chosen);
      chosen.catch(() => this.#chosen.delete(name));
    }
    return chosen;
  }

  async #choose(
    source: PlanningSource,
    builtIn: (source: PlanningSource) => Forge,
  ): Promise<ForgeOfRepository> {
    const { name, url, branch } = source.repository;
    for (const provider of this.#providers) {
      const forge = await provider.forRepository({
        name,
        url,
        branch,
        webUrl: source.webUrl,
      });
      if (forge) return { id: provider.id, forge };
    }
    return { id: 'built-in', forge: builtIn(source) };
  }
}
