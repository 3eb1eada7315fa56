import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';

/** Records a write in the audit log: that it was tried, and how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  event: {
    eventId: string;
    request: Request;
    severityLevel?: AuditorServiceEventSeverityLevel;
    meta?: Record<string, string | number | boolean | undefined>;
  },
  write: () => Promise<T>,
): Promise<T> {
  const { eventId, request, severityLevel = 'medium' } = event;
  const meta = JSON.parse(JSON.stringify(event.meta ?? {}));
  const record = await auditor.createEvent({
    eventId,
    request,
    severityLevel,
    meta,
  });
  try {
    const result = await write();
    await record.success();
    return result;
  } catch (error) {
    await record.fail({ error: error as Error });
    throw error;
  }
}
