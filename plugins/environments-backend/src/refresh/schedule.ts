import { randomUUID } from 'node:crypto';
import { SchedulerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { Refresher } from './Refresher';

/** Topics on which forges say that something was pushed. */
const PUSH_TOPICS = [
  'azureDevOps.git.push',
  'bitbucketCloud.repo:push',
  'bitbucketServer.repo:refs_changed',
  'gitea.push',
  'github.push',
  'gitlab.push',
];

/**
 * Asks remotes at an interval, and at once when a forge says that something
 * was pushed. Every instance has mirrors of its own, so every instance asks:
 * the task is local and the subscription is not shared.
 */
export async function scheduleRefresh(options: {
  refresher: Refresher;
  scheduler: SchedulerService;
  events: EventsService;
  pollSeconds: number;
}): Promise<void> {
  const { refresher, scheduler, events, pollSeconds } = options;
  await scheduler.scheduleTask({
    id: 'environments-poll-repositories',
    scope: 'local',
    frequency: { seconds: pollSeconds },
    initialDelay: { seconds: pollSeconds },
    timeout: { minutes: 5 },
    fn: () => refresher.fetchAll(),
  });
  await events.subscribe({
    id: `environments-push-${randomUUID()}`,
    topics: PUSH_TOPICS,
    onEvent: () => refresher.fetchAll(),
  });
}
