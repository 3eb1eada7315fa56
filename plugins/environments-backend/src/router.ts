import {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ChangeRequest,
  ChangeRequestList,
  ChangeRequestResult,
  ClaimKindList,
  Comparison,
  DriftList,
  environmentRefreshPermission,
  PromotionPlan,
  RepositoryState,
  ResourceDetail,
  ServiceDrift,
  ServiceEnvironments,
  ServiceList,
} from '@stagecraft/plugin-environments-common';
import express, { Request, Router } from 'express';
import { audited } from './audited';
import { EnvironmentsService } from './environments';
import { AuthorizedChangeRequests } from './environments/AuthorizedChangeRequests';
import { knownErrors } from './knownErrors';
import {
  parseCreate,
  parseMerge,
  parsePlan,
  parseReview,
} from './schema/bodies';
import { OpenApiSpec } from './schema/loadOpenApi';

/** What the router answers with. It parses and passes on, nothing else. */
export interface RouterOptions {
  readonly spec: OpenApiSpec;
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly permissions: PermissionsService;
  readonly environments: EnvironmentsService;
  readonly changes: AuthorizedChangeRequests;
  readonly claimKinds: () => Promise<ClaimKindList>;
  /** Looks at repositories and clusters now. */
  readonly refresh: () => Promise<RepositoryState[]>;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The HTTP API as `schema/openapi.yaml` describes it. */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, auditor, permissions, environments, changes } = options;
  // The typed router wants the specification as a constant; ours is a file.
  const router = createValidatedOpenApiRouter(options.spec as never, {
    middleware: [express.json({ limit: '2mb' })],
    // Who calls is the business of httpAuth, also without a header in development.
    validatorOptions: { validateSecurity: false },
  }) as unknown as Router;

  const reader = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });
  const person = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, { allow: ['user'] }),
  });

  router.get('/services', async (req, res) => {
    const answer = await environments.listServices(await reader(req));
    res.json(answer satisfies ServiceList);
  });

  router.get('/services/:service/environments', async (req, res) => {
    const { service } = req.params;
    const answer = await environments.getServiceEnvironments(
      { service },
      await reader(req),
    );
    res.json(answer satisfies ServiceEnvironments);
  });

  router.get('/services/:service/compare', async (req, res) => {
    const answer = await environments.compareEnvironments(
      {
        service: req.params.service,
        from: text(req.query.from) ?? '',
        to: text(req.query.to) ?? '',
      },
      await reader(req),
    );
    res.json(answer satisfies Comparison);
  });

  router.get('/services/:service/drift', async (req, res) => {
    const answer = await environments.getServiceDrift(
      {
        service: req.params.service,
        environment: text(req.query.environment),
      },
      await reader(req),
    );
    res.json(answer satisfies ServiceDrift);
  });

  router.get(
    '/services/:service/environments/:environment/resources/:kind/:name',
    async (req, res) => {
      const { service, environment, kind, name } = req.params;
      const answer = await environments.getResource(
        { service, environment, kind, name },
        await reader(req),
      );
      res.json(answer satisfies ResourceDetail);
    },
  );

  router.get('/drift', async (req, res) => {
    const answer = await environments.listDrift(await reader(req));
    res.json(answer satisfies DriftList);
  });

  router.get('/claim-kinds', async (req, res) => {
    await reader(req);
    res.json((await options.claimKinds()) satisfies ClaimKindList);
  });

  router.post('/services/:service/promotions/plan', async (req, res) => {
    const answer = await changes.planPromotion(
      { ...parsePlan(req.body), service: req.params.service },
      await person(req),
    );
    res.json(answer satisfies PromotionPlan);
  });

  router.get('/change-requests', async (req, res) => {
    const state = text(req.query.state) as 'open' | 'merged' | 'closed';
    const answer = await changes.list(
      { service: text(req.query.service), state },
      await reader(req),
    );
    res.json(answer satisfies ChangeRequestList);
  });

  router.post('/change-requests', async (req, res) => {
    const user = await person(req);
    const body = parseCreate(req.body);
    const to = body.type === 'promotion' ? body.to : body.environment;
    const answer = await audited(
      auditor,
      {
        eventId: 'change-request-create',
        request: req,
        meta: {
          type: body.type,
          service: body.service,
          environment: to,
          dryRun: body.dryRun ?? false,
        },
      },
      () => changes.create(body, user),
    );
    res.json(answer satisfies ChangeRequestResult);
  });

  router.get('/change-requests/:id', async (req, res) => {
    const answer = await changes.get(Number(req.params.id), await person(req));
    res.json(answer satisfies ChangeRequest);
  });

  router.post('/change-requests/:id/reviews', async (req, res) => {
    const user = await person(req);
    const id = Number(req.params.id);
    const body = parseReview(req.body);
    const answer = await audited(
      auditor,
      {
        eventId: 'change-request-review',
        request: req,
        meta: { id, verdict: body.verdict },
      },
      () => changes.review(id, body, user),
    );
    res.json(answer satisfies ChangeRequest);
  });

  router.post('/change-requests/:id/merge', async (req, res) => {
    const user = await person(req);
    const id = Number(req.params.id);
    const body = parseMerge(req.body);
    const answer = await audited(
      auditor,
      {
        eventId: 'change-request-merge',
        request: req,
        severityLevel: 'high',
        meta: { id, dryRun: body.dryRun ?? false },
      },
      () => changes.merge(id, body, user),
    );
    res.json(answer satisfies ChangeRequest);
  });

  router.post('/change-requests/:id/close', async (req, res) => {
    const user = await person(req);
    const id = Number(req.params.id);
    const answer = await audited(
      auditor,
      { eventId: 'change-request-close', request: req, meta: { id } },
      () => changes.close(id, user),
    );
    res.json(answer satisfies ChangeRequest);
  });

  router.post('/refresh', async (req, res) => {
    const { credentials } = await reader(req);
    const repositories = await audited(
      auditor,
      { eventId: 'refresh', request: req, severityLevel: 'low' },
      async () => {
        const [decision] = await permissions.authorize(
          [{ permission: environmentRefreshPermission }],
          { credentials },
        );
        if (decision.result !== AuthorizeResult.ALLOW) {
          throw new NotAllowedError(
            `You may not ask for a new look (${environmentRefreshPermission.name}).`,
          );
        }
        return options.refresh();
      },
    );
    res.json({ repositories });
  });

  router.use(knownErrors());
  return router;
}
