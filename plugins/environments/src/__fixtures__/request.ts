import {
  ChangeRequest,
  ChangeRequestHead,
} from '@stagecraft/plugin-environments-common';
import { ago } from './clock';
import { planWith } from './plan';
import { gates } from './userService';

const decided = planWith([
  {
    resource: 'ConfigMap/user-service-config',
    path: 'data.SESSION_TTL',
    choose: 'source',
  },
]);

/** #157, opened by Mira, as Lea sees it: she may approve, two gates wait. */
export const request: ChangeRequest = {
  id: 157,
  type: 'promotion',
  title: 'Promote: user-service to staging',
  service: 'user-service',
  from: 'dev',
  to: 'staging',
  state: 'open',
  author: 'user:default/mira.holt',
  openedAt: ago(5 * 60),
  progress: 'waiting',
  description: decided.text.body,
  trailers: decided.text.trailers,
  branch: 'stagecraft/user-service-dev-to-staging',
  baseCommit: '7d03b1e'.padEnd(40, '0'),
  headCommit: 'c0ffee1'.padEnd(40, '0'),
  fields: decided.fields,
  files: decided.files,
  gates: decided.gates,
  reviews: [
    {
      by: 'user:default/lea.brandt',
      state: 'commented',
      comment: 'Is 30m meant for staging too?',
      at: ago(2 * 60),
      outdated: false,
    },
  ],
  target: { state: 'current' },
  may: {
    approve: { allowed: true },
    merge: {
      allowed: false,
      reason: 'Two gates wait: soak time and one approval.',
    },
    close: { allowed: true },
  },
};

/** The same request as its author sees it. */
export const ownRequest: ChangeRequest = {
  ...request,
  may: {
    ...request.may,
    approve: {
      allowed: false,
      reason: 'You opened it; another person has to approve.',
    },
  },
};

/** The same request when all gates pass. */
export const readyRequest: ChangeRequest = {
  ...request,
  progress: 'ready',
  gates: {
    ...gates,
    decision: 'allow',
    results: gates.results.map(gate => ({
      ...gate,
      verdict: 'pass',
      until: undefined,
    })),
  },
  may: { ...request.may, merge: { allowed: true } },
};

/** All requests, as listChangeRequests answers. */
export const requests: ChangeRequestHead[] = [
  { ...request, gates: { pass: 6, wait: 2, fail: 0 } },
  {
    id: 153,
    type: 'change',
    title: 'Add read replica',
    service: 'user-service',
    to: 'dev',
    state: 'open',
    author: 'user:default/lea.brandt',
    openedAt: ago(3 * 3600),
    progress: 'blocked',
    gates: { pass: 5, wait: 0, fail: 1 },
  },
  {
    id: 149,
    type: 'backport',
    title: 'Backport memory',
    service: 'user-service',
    from: 'production',
    to: 'staging',
    state: 'open',
    author: 'user:default/aiko.tan',
    openedAt: '2026-11-20T15:00:00Z',
    progress: 'inReview',
    gates: { pass: 7, wait: 1, fail: 0 },
  },
  {
    id: 131,
    type: 'promotion',
    title: 'Promote: user-service to staging',
    service: 'user-service',
    from: 'dev',
    to: 'staging',
    state: 'merged',
    author: 'user:default/jonas.weber',
    openedAt: '2026-11-12T08:00:00Z',
    progress: 'merged',
  },
];
