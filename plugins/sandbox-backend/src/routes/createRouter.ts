import {
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { sandboxControlPermission } from '../people/permissions';
import { ARGO_API, ARGO_NAMESPACE } from '../argocd';
import { ARGO_CLUSTER, World } from '../world';
import { breakFile, repairFile } from './brokenFile';
import {
  changeByHand,
  changeByHandSchema,
  undoChangesByHand,
} from './changeByHand';
import { inCluster } from './inCluster';
import { sandboxState } from './state';

export interface RouterOptions {
  readonly world: World;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly logger: LoggerService;
}

const selfHealSchema = z.object({
  application: z.string().min(1),
  enabled: z.boolean(),
});

const reachableSchema = z.object({ reachable: z.boolean() });

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) throw new InputError(z.prettifyError(parsed.error));
  return parsed.data;
}

/** The buttons of the sandbox, below /api/sandbox. */
export function createRouter(options: RouterOptions): express.Router {
  const { world, httpAuth, permissions } = options;
  const router = Router();
  router.use(express.json());

  /** The sandbox's buttons are for people who may change something. */
  const authorize = async (request: Request) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const [decision] = await permissions.authorize(
      [{ permission: sandboxControlPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('You may look at the sandbox, not change it');
    }
  };

  router.get('/state', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user'] });
    response.json(await sandboxState(world));
  });

  router.post('/drift', async (request, response) => {
    await authorize(request);
    const { changes } = parse(changeByHandSchema, request.body);
    response.json(await inCluster(() => changeByHand(world, changes)));
  });

  router.delete('/drift', async (request, response) => {
    await authorize(request);
    response.json(await inCluster(() => undoChangesByHand(world)));
  });

  router.post('/self-heal', async (request, response) => {
    await authorize(request);
    const { application, enabled } = parse(selfHealSchema, request.body);
    await inCluster(() =>
      world.client(ARGO_CLUSTER).patch(
        {
          apiVersion: ARGO_API,
          kind: 'Application',
          namespace: ARGO_NAMESPACE,
          name: application,
        },
        { spec: { syncPolicy: { automated: { selfHeal: enabled } } } },
        { manager: 'argocd-server' },
      ),
    );
    response.json({ application, selfHeal: enabled });
  });

  router.post('/clusters/:name/reachable', async (request, response) => {
    await authorize(request);
    const { reachable } = parse(reachableSchema, request.body);
    const cluster = world.cluster(request.params.name);
    world.server.setReachable(cluster, reachable);
    response.json({ name: cluster.name, reachable });
  });

  router.post('/broken-file', async (request, response) => {
    await authorize(request);
    response.json(await breakFile(world));
  });

  router.delete('/broken-file', async (request, response) => {
    await authorize(request);
    response.json(await repairFile(world));
  });

  return router;
}
