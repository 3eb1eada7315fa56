import { Known, LiveFacts } from '../planning';
import { LedgerStore, StoredEnvironmentRead } from '../ledger';

/** What clusters say, for gates: as last written to the ledger. */
export class LedgerLiveFacts implements LiveFacts {
  readonly #ledger: LedgerStore;

  constructor(ledger: LedgerStore) {
    this.#ledger = ledger;
  }

  async synced(
    service: string,
    environment: string,
  ): Promise<Known<{ commit: string; at?: string }>> {
    const card = await this.#card(service, environment);
    if (card.state === 'unknown') return card;
    const { deploy, applications } = card.value;
    if (deploy.syncedCommit) {
      return { state: 'known', value: { commit: deploy.syncedCommit } };
    }
    return {
      state: 'unknown',
      reason:
        applications.length === 0
          ? `No Application of Argo CD delivers ${environment}.`
          : deploy.detail ?? `Argo CD has not synced ${environment} yet.`,
    };
  }

  async health(
    service: string,
    environment: string,
  ): Promise<
    Known<{
      observedAt: string;
      resources: Array<{ resource: string; status: string }>;
    }>
  > {
    const card = await this.#card(service, environment);
    if (card.state === 'unknown') return card;
    const { freshness, cluster, resources } = card.value;
    const clusters = await this.#ledger.listClusterStates();
    const observedAt =
      freshness.at ?? clusters.find(({ name }) => name === cluster)?.at;
    if (!observedAt) {
      return { state: 'unknown', reason: `${cluster} has not been read yet.` };
    }
    return {
      state: 'known',
      value: {
        observedAt,
        resources: resources.map(({ resource, health }) => ({
          resource,
          status: health.status,
        })),
      },
    };
  }

  async #card(
    service: string,
    environment: string,
  ): Promise<Known<StoredEnvironmentRead>> {
    const stored = await this.#ledger.getEnvironment(service, environment);
    if (stored?.state === 'read') return { state: 'known', value: stored };
    return {
      state: 'unknown',
      reason: stored
        ? stored.detail
        : `${environment} of ${service} has not been read yet.`,
    };
  }
}
