import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  ChangeRequest,
  ChangeRequestResult,
  GateSummary,
} from '@stagecraft/plugin-environments-common';
import { Knex } from 'knex';
import {
  ChangeRequestStore,
  DatabaseChangeRequestStore,
  DefaultChangeRequestService,
  ForgeRegistry,
} from '../changes';
import { migrationsDirectory } from '../database';
import {
  fileDiffs,
  GateJudge,
  PlannedChange,
  Planner,
  PlanningSource,
  ReviewFacts,
} from '../planning';
import { contentId, FileWrites, GitMirror, Repository } from '../repository';
import { createGitRemote, GitRemote } from './gitRemote';

export const REPOSITORY = 'acme/infrastructure';
export const MIRA = { user: 'user:default/mira.holt' };
export const LEA = { user: 'user:default/lea.brandt' };
/** What all worlds are asked for; what it writes says `plan`. */
export const PROMOTE = {
  type: 'promotion' as const,
  service: 'user-service',
  from: 'dev',
  to: 'staging',
};

/** The one file of the world's staging that plans change. */
export function cacheText(version: string): string {
  return `size: medium\nversion: "${version}"\nbackup: true\n`;
}

/** The request that an action led to. */
export function requestOf(result: ChangeRequestResult): ChangeRequest {
  if ('request' in result) return result.request;
  throw new Error(`There is no request: ${JSON.stringify(result)}`);
}

/** Approval by one other person, and no file may say "forbidden". */
function judge(after: FileWrites, review: ReviewFacts): GateSummary {
  const approvals = review.reviews.filter(
    ({ by, state, content }) =>
      state === 'approved' &&
      by !== review.author &&
      !review.pushers?.includes(by) &&
      content === review.content,
  );
  const forbidden = [...after.values()].some(text =>
    text?.includes('forbidden'),
  );
  const approved = approvals.length > 0;
  const waitOrAllow = approved ? 'allow' : 'wait';
  return {
    decision: forbidden ? 'block' : waitOrAllow,
    checkedAt: '2026-11-23T14:33:00.000Z',
    results: [
      {
        gate: 'schema',
        title: 'Schema',
        verdict: forbidden ? 'fail' : 'pass',
        evidence: [],
      },
      {
        gate: 'approval',
        title: 'Approval',
        verdict: approved ? 'pass' : 'pending',
        evidence: [],
      },
    ],
  };
}

/** A repository, a database and what stands between: real ones, but for plans and gates. */
export interface ChangesWorld {
  readonly remote: GitRemote;
  readonly mirror: GitMirror;
  readonly store: ChangeRequestStore;
  /** What the next plan writes into staging. */
  plan(files: Record<string, string | undefined>): void;
  /** Moves the clock. */
  pass(ms: number): void;
  /** A service over the same world, as after a restart; with other parts to make it fail. */
  service(parts?: {
    store?: ChangeRequestStore;
    repository?: Repository;
  }): DefaultChangeRequestService;
  cleanup(): Promise<void>;
}

/** Makes a world with one commit on main. */
export async function createChangesWorld(knex: Knex): Promise<ChangesWorld> {
  await knex.migrate.latest({ directory: migrationsDirectory });
  const remote = createGitRemote();
  remote.commit('feat: base', {
    'staging/cache.yaml': cacheText('7.0'),
    'staging/other.yaml': 'a: 1\n',
  });
  const mirror = await GitMirror.open({
    name: REPOSITORY,
    url: remote.url,
    branch: 'main',
    directory: path.join(remote.directory, 'mirrors'),
    logger: mockServices.logger.mock(),
  });
  const store = DatabaseChangeRequestStore.create({ knex });
  let files = new Map<string, string | undefined>();
  let clock = Date.parse('2026-11-23T14:33:00Z');

  const planChange = async (user: string): Promise<PlannedChange> => {
    const { head } = await mirror.fetch();
    const entries = await mirror.readTree(head);
    const oids = new Map(entries.map(entry => [entry.path, entry.oid]));
    const texts = await mirror.readBlobs(oids.values());
    const before = new Map(
      [...files.keys()].map(file => [file, texts.get(oids.get(file) ?? '')]),
    );
    const after = new Map(
      [...files].filter(([file, text]) => before.get(file) !== text),
    );
    return {
      type: 'promotion',
      repository: REPOSITORY,
      service: 'user-service',
      from: 'dev',
      to: 'staging',
      way: 'promotion:user-service:dev:staging',
      base: head,
      files: after,
      fields: [],
      diffs: fileDiffs({ before, after }),
      gates: judge(after, {
        author: user,
        content: contentId(after),
        reviews: [],
      }),
      text: {
        title: 'Promote: user-service to staging',
        body: 'Takes version 7.2.',
        trailers: [`Promoted-From: ${head}`],
      },
      empty: after.size === 0 ? 'Nothing to promote.' : undefined,
    };
  };
  const planner: Planner = {
    planPromotion: async (_request, { user }) => ({
      plan: undefined as never,
      change: await planChange(user),
    }),
    planClaim: async () => {
      throw new NotFoundError('This world has no claims');
    },
  };
  const gateJudge: GateJudge = {
    judge: async ({ after, review }) => judge(after, review),
  };
  const sourceOf = (repository: Repository): PlanningSource => ({
    repository,
    current: async () => {
      throw new NotFoundError('This world has no index');
    },
    at: async () => {
      throw new NotFoundError('This world has no index');
    },
    history: async () => {
      throw new NotFoundError('This world has no index');
    },
    commit: () => undefined,
    lastChange: () => undefined,
  });

  return {
    remote,
    mirror,
    store,
    plan(next) {
      files = new Map(Object.entries(next));
    },
    pass(ms) {
      clock += ms;
    },
    service(parts = {}) {
      const source = sourceOf(parts.repository ?? mirror);
      return DefaultChangeRequestService.create({
        store: parts.store ?? store,
        sources: {
          forService: async () => source,
          named: name => (name === REPOSITORY ? source : undefined),
          all: () => [source],
        },
        planner,
        judge: gateJudge,
        people: {
          identityOf: async ref => ({
            name: ref.replace(/^.*\//, ''),
            email: `${ref.replace(/^.*\//, '')}@acme.example`,
          }),
          membersOf: async () => ({}),
        },
        forges: new ForgeRegistry(),
        logger: mockServices.logger.mock(),
        now: () => new Date((clock += 1000)),
      });
    },
    async cleanup() {
      await mirror.close();
      remote.cleanup();
    },
  };
}
