import { GateRules } from '@stagecraft/engine';

/** Labels that name the environment: each has its own, so they are no content. */
export const ENVIRONMENT_LABELS = [
  'metadata.labels.env',
  'metadata.labels.environment',
  'metadata.labels["app.kubernetes.io/environment"]',
];

/** Configuration that planning and gates read. */
export interface PlanningConfig {
  /** Path globs whose values are each environment's own. */
  readonly overrides: readonly string[];
  /** Environment, or `*` for all, to its gates; the default when absent. */
  readonly gates?: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
}

/** Without configuration: what every change must hold, and a second pair of eyes before the last environment. */
function defaultRules(isLast: boolean): GateRules {
  return {
    exists: {},
    schema: {},
    ...(isLast && { approval: { required: 1 } }),
  };
}

/**
 * The gates of an environment: those of `*` and its own, its own winning gate
 * by gate.
 *
 * @param order - environments in promotion order
 */
export function gateRules(
  config: PlanningConfig,
  environment: string,
  order: readonly string[],
): GateRules {
  const configured: GateRules = config.gates
    ? { ...config.gates['*'], ...config.gates[environment] }
    : defaultRules(order.at(-1) === environment);
  if (!configured.exists) return configured;
  return {
    ...configured,
    exists: {
      ...configured.exists,
      overrides: [
        ...(configured.exists.overrides ?? []),
        ...config.overrides,
        ...ENVIRONMENT_LABELS,
      ],
    },
  };
}
