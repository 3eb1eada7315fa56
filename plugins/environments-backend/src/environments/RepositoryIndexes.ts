import { PlanningSources } from '../planning';
import { unknownService } from './names';
import { RepositoryIndex } from './types';

/** All repositories, as planning finds them. */
export class RepositoryIndexes implements PlanningSources {
  readonly #indexes: readonly RepositoryIndex[];

  constructor(indexes: readonly RepositoryIndex[]) {
    this.#indexes = indexes;
  }

  async forService(service: string): Promise<RepositoryIndex> {
    const names = new Set<string>();
    for (const index of this.#indexes) {
      await index.current();
      for (const resource of index.effective()) {
        if (resource.service === service) return index;
        if (resource.service) names.add(resource.service);
      }
    }
    throw unknownService(service, [...names]);
  }

  named(repository: string): RepositoryIndex | undefined {
    return this.#indexes.find(index => index.config.name === repository);
  }

  all(): RepositoryIndex[] {
    return [...this.#indexes];
  }
}
