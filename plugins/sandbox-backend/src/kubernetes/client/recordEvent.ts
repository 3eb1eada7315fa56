import { createHash } from 'node:crypto';
import { KubeObject, timestamp, valueAt } from '../objects';
import { KubeClient } from './KubeClient';

export interface EventDetails {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** The controller that reports it. */
  readonly component: string;
  readonly now: Date;
}

/** The same event is counted at most this often. */
const REPEAT_MS = 60_000;

/** Reports something that happened to an object, once for each time it is new. */
export async function recordEvent(
  client: KubeClient,
  object: KubeObject,
  details: EventDetails,
): Promise<void> {
  const { name, namespace = 'default', uid, resourceVersion } = object.metadata;
  const { reason, message, type, component, now } = details;
  const id = createHash('sha256')
    .update([uid, reason, message].join('\n'))
    .digest('hex')
    .slice(0, 16);
  const ref = {
    apiVersion: 'v1',
    kind: 'Event',
    namespace,
    name: `${name}.${id}`,
  };
  const known = await client.get(ref);
  if (known) {
    const last = Date.parse(String(valueAt(known, 'lastTimestamp')));
    if (now.getTime() - last < REPEAT_MS) return;
    const count = Number(valueAt(known, 'count') ?? 1) + 1;
    await client.patch(
      ref,
      { count, lastTimestamp: timestamp(now) },
      { manager: component },
    );
    return;
  }
  await client.create(
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: ref.name, namespace },
      involvedObject: {
        apiVersion: object.apiVersion,
        kind: object.kind,
        name,
        namespace,
        uid,
        resourceVersion,
      },
      type,
      reason,
      message,
      source: { component },
      reportingComponent: component,
      reportingInstance: '',
      firstTimestamp: timestamp(now),
      lastTimestamp: timestamp(now),
      count: 1,
    },
    { manager: component },
  );
}
