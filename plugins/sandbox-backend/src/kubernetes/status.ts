import { JsonObject } from '@backstage/types';

/** What the API answers where it does not answer with an object. */
export type Status = JsonObject & {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: JsonObject;
  status: 'Failure' | 'Success';
  message?: string;
  reason?: string;
  details?: JsonObject;
  code?: number;
};

const CODES = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  Conflict: 409,
  AlreadyExists: 409,
  Expired: 410,
  UnsupportedMediaType: 415,
  Invalid: 422,
  InternalError: 500,
  ServiceUnavailable: 503,
} as const;

export type StatusReason = keyof typeof CODES;

/** A refusal in the words and codes of the Kubernetes API. */
export class StatusError extends Error {
  readonly reason: StatusReason;
  readonly code: number;
  readonly details?: JsonObject;

  constructor(reason: StatusReason, message: string, details?: JsonObject) {
    super(message);
    this.name = 'StatusError';
    this.reason = reason;
    this.code = CODES[reason];
    this.details = details;
  }

  /** The body of the answer. */
  toStatus(): Status {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      ...(this.details ? { details: this.details } : {}),
      code: this.code,
    };
  }
}

/** What a refusal is about. */
export interface Subject {
  readonly group: string;
  readonly plural: string;
  readonly kind: string;
}

function qualified(subject: Subject): string {
  return subject.group ? `${subject.plural}.${subject.group}` : subject.plural;
}

function detailsOf(subject: Subject, name: string): JsonObject {
  return {
    name,
    ...(subject.group ? { group: subject.group } : {}),
    kind: subject.plural,
  };
}

export function notFound(subject: Subject, name: string): StatusError {
  return new StatusError(
    'NotFound',
    `${qualified(subject)} "${name}" not found`,
    detailsOf(subject, name),
  );
}

export function alreadyExists(subject: Subject, name: string): StatusError {
  return new StatusError(
    'AlreadyExists',
    `${qualified(subject)} "${name}" already exists`,
    detailsOf(subject, name),
  );
}

export function staleVersion(subject: Subject, name: string): StatusError {
  return new StatusError(
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(
      subject,
    )} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    detailsOf(subject, name),
  );
}

/** One reason why an object is not valid. */
export interface Cause {
  readonly field: string;
  readonly message: string;
  readonly reason?: string;
}

export function invalid(
  subject: Subject,
  name: string,
  causes: readonly Cause[],
): StatusError {
  const texts = causes.map(cause => `${cause.field}: ${cause.message}`);
  const text = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  const kind = subject.group
    ? `${subject.kind}.${subject.group}`
    : subject.kind;
  return new StatusError('Invalid', `${kind} "${name}" is invalid: ${text}`, {
    name,
    ...(subject.group ? { group: subject.group } : {}),
    kind: subject.kind,
    causes: causes.map(cause => ({
      reason: cause.reason ?? 'FieldValueInvalid',
      message: cause.message,
      field: cause.field,
    })),
  });
}
