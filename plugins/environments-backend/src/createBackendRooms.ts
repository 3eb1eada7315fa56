import {
  AuthService,
  DatabaseService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  ClaimKindList,
  ENVIRONMENTS_CHANNEL,
  EnvironmentsChanged,
  RepositoryState,
} from '@stagecraft/plugin-environments-common';
import { Jq } from '@stagecraft/engine-node';
import { ClusterDetails } from '@stagecraft/plugin-environments-node';
import { DatabaseChangeRequestStore, ForgeRegistry } from './changes';
import { ClusterChange, connectClusters } from './clusters';
import { readEnvironmentsConfig } from './config';
import { createWriteSide } from './createWriteSide';
import { openDatabase } from './database';
import {
  AuthorizedEnvironmentsService,
  CatalogServiceEntities,
  claimKinds,
  ClusterDirectory,
  DefaultEnvironmentsService,
  EnvironmentAccess,
  EnvironmentsBoard,
  LedgerLiveFacts,
  RepositoryIndexes,
  StepPlans,
} from './environments';
import { AuthorizedChangeRequests } from './environments/AuthorizedChangeRequests';
import { DatabaseLedgerStore } from './ledger';
import { openRepositories } from './openRepositories';
import { Refresher } from './refresh';
import { IntegrationCredentials } from './repository';

/** Puts the rooms of the backend together. Nothing is fetched or watched before `refresher.start()`. */
export async function createBackendRooms(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  database: DatabaseService;
  logger: LoggerService;
  permissions: PermissionsService;
  signals: SignalsService;
  forges: ForgeRegistry;
  clusters: ClusterDetails[];
}) {
  const { auth, catalog, logger, permissions, signals, forges } = options;
  const config = readEnvironmentsConfig(options.config);
  const db = await openDatabase(options.database);
  const ledger = DatabaseLedgerStore.create({ db });
  const entities = new CatalogServiceEntities({ catalog, auth });
  const indexes = await openRepositories({
    config,
    credentials: IntegrationCredentials.fromConfig(options.config),
    logger,
  });

  // Clusters are connected before there is anybody to tell.
  const listeners: Array<(change: ClusterChange) => void> = [];
  const { access: reach, clusters } = connectClusters({
    config: options.config,
    provided: options.clusters,
    onChange: change => listeners.forEach(listener => listener(change)),
  });
  const directory = new ClusterDirectory(clusters, reach, config.clusters);

  const publish = (message: EnvironmentsChanged) =>
    signals.publish({
      recipients: { type: 'broadcast' },
      channel: ENVIRONMENTS_CHANNEL,
      message: { ...message },
    });
  const { planner, requests } = createWriteSide({
    config,
    sources: new RepositoryIndexes(indexes),
    live: new LedgerLiveFacts(ledger),
    store: DatabaseChangeRequestStore.create({ knex: db }),
    catalog,
    auth,
    forges,
    logger,
  });
  const jq = new Jq();
  const board = new EnvironmentsBoard({
    indexes,
    clusters: directory,
    ledger,
    plans: new StepPlans(planner),
    jq,
    publish,
    logger,
  });
  const refresher = new Refresher({
    indexes,
    clusters,
    board,
    ledger,
    reconcile: repository => requests.reconcile(repository),
    logger,
  });
  listeners.push(change => refresher.clusterChanged(change));
  requests.onChange(({ ids, services }) => {
    publish({ requests: ids, services }).catch(error =>
      logger.warn('A signal was not sent', error),
    );
  });

  const mayAccess = new EnvironmentAccess(permissions);
  return {
    config,
    entities,
    refresher,
    environments: new AuthorizedEnvironmentsService(
      DefaultEnvironmentsService.create({
        ledger,
        board,
        clusters: directory,
        requests,
        entities,
      }),
      mayAccess,
    ),
    changes: new AuthorizedChangeRequests({
      changes: requests,
      planner,
      access: mayAccess,
    }),
    claimKinds: async (): Promise<ClaimKindList> => ({
      items: indexes.flatMap(index => {
        const latest = index.latest();
        return latest ? claimKinds(latest) : [];
      }),
    }),
    refresh: (): Promise<RepositoryState[]> => refresher.refreshAll(),
    stop: async () => {
      await refresher.stop();
      await jq.close();
    },
  };
}
