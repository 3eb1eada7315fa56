/** Argo CD's words for health, so that both can stand side by side on a card. */
export type HealthStatus =
  | 'Healthy'
  | 'Progressing'
  | 'Degraded'
  | 'Suspended'
  | 'Missing'
  | 'Unknown';

/** What is said of one object. */
export type Health = {
  readonly status: HealthStatus;
  /** One sentence in plain words; the controller's own words where it has any. */
  readonly message: string;
  /** Reason of the condition that decided, where one did. */
  readonly reason?: string;
  /** When that condition last changed, RFC 3339. */
  readonly since?: string;
};

/** Facts about an object that are not in the object. */
export type HealthContext = {
  /** How reading ended when there is no object: `notFound`, `forbidden`, `timeout` or another failure. */
  readonly read?: string;
  /** A definition in the repository makes this a Crossplane kind, so conditions are to come. */
  readonly xrd?: boolean;
};
