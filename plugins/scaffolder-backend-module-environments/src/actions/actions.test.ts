import { mockCredentials } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  ChangeRequest,
  ChangeRequestResult,
} from '@stagecraft/plugin-environments-common';
import { EnvironmentsService } from '@stagecraft/plugin-environments-node';
import { createClaimAction, createPromoteAction, redisClaim } from '.';

const PORTAL = 'http://portal.example';
const CALLER = mockCredentials.user('user:default/mira.holt');

const request = {
  id: 7,
  title: 'Promote: user-service to staging',
  files: [{ path: 'environments/staging/infrastructure/redis-cache.yaml' }],
} as ChangeRequest;

/** A backend that remembers what it was asked, and answers as told. */
function backend(answer: ChangeRequestResult | Error) {
  const createChangeRequest = jest.fn(async () => {
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  return {
    createChangeRequest,
    service: { createChangeRequest } as unknown as EnvironmentsService,
  };
}

function contextFor(input: Record<string, unknown>, isDryRun = false) {
  return {
    ...createMockActionContext({ input: input as never }),
    isDryRun,
    getInitiatorCredentials: async () => CALLER,
  };
}

describe('environments:promote', () => {
  const input = { service: 'user-service', from: 'dev', to: 'staging' };

  it.each(['created', 'updated', 'unchanged'] as const)(
    'says that the request was %s, and where it is',
    async outcome => {
      const { service, createChangeRequest } = backend({ outcome, request });
      const action = createPromoteAction({
        environments: service,
        portalUrl: PORTAL,
      });
      const ctx = contextFor(input);
      await action.handler(ctx as never);

      expect(createChangeRequest).toHaveBeenCalledWith(
        { type: 'promotion', ...input, dryRun: false },
        { credentials: CALLER },
      );
      expect(ctx.output).toHaveBeenCalledWith('outcome', outcome);
      expect(ctx.output).toHaveBeenCalledWith('number', 7);
      expect(ctx.output).toHaveBeenCalledWith(
        'url',
        `${PORTAL}/environments/requests/7`,
      );
    },
  );

  it('is content when there is nothing to promote', async () => {
    const { service } = backend({
      outcome: 'nothingToDo',
      reason: 'staging already has these values',
    });
    const ctx = contextFor(input);
    await createPromoteAction({
      environments: service,
      portalUrl: PORTAL,
    }).handler(ctx as never);

    expect(ctx.output).toHaveBeenCalledWith('outcome', 'nothingToDo');
    expect(ctx.output).toHaveBeenCalledWith('number', undefined);
  });

  it('asks for a dry run when the template runs dry, and keeps no checkpoint', async () => {
    const { service, createChangeRequest } = backend({
      outcome: 'dryRun',
      preview: {
        title: 'Promote: user-service to staging',
        description: '',
        files: request.files,
        gates: { decision: 'allow', results: [], checkedAt: '' },
      },
    });
    const ctx = contextFor(input, true);
    const checkpoint = jest.fn();
    await createPromoteAction({
      environments: service,
      portalUrl: PORTAL,
    }).handler({ ...ctx, checkpoint } as never);

    expect(createChangeRequest).toHaveBeenCalledWith(
      expect.objectContaining({ dryRun: true }),
      expect.anything(),
    );
    expect(checkpoint).not.toHaveBeenCalled();
    expect(ctx.output).toHaveBeenCalledWith('files', [
      'environments/staging/infrastructure/redis-cache.yaml',
    ]);
  });

  it('fails with the words of the backend', async () => {
    const { service } = backend(new Error('Decide 1 field to continue.'));
    await expect(
      createPromoteAction({
        environments: service,
        portalUrl: PORTAL,
      }).handler(contextFor(input) as never),
    ).rejects.toThrow('Decide 1 field to continue.');
  });
});

describe('environments:redis:create', () => {
  it('sends the kind of the XRD with the parameters as they are', async () => {
    const { service, createChangeRequest } = backend({
      outcome: 'created',
      request,
    });
    const input = {
      service: 'user-service',
      environment: 'dev',
      name: 'basket-cache',
      parameters: { size: 'small', version: '7.2' },
    };
    await createClaimAction({
      environments: service,
      portalUrl: PORTAL,
      claim: redisClaim,
    }).handler(contextFor(input) as never);

    expect(createChangeRequest).toHaveBeenCalledWith(
      { type: 'claim', kind: 'XRedisCache', ...input, dryRun: false },
      { credentials: CALLER },
    );
  });

  it('lists examples that name the action itself', () => {
    const action = createClaimAction({
      environments: backend(new Error()).service,
      portalUrl: PORTAL,
      claim: redisClaim,
    });
    expect(action.examples?.[0].example).toContain('environments:redis:create');
    expect(action.supportsDryRun).toBe(true);
  });
});
