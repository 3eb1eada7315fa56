import { OwedValue } from '@stagecraft/engine';
import { PlanningSource } from '../types';

/**
 * What an environment owes for hotfixes made in the environments above it:
 * a plan that brings such a value pays the debt.
 */
export async function owedValues(
  source: PlanningSource,
  service: string,
  environment: string,
  order: readonly string[],
): Promise<OwedValue[]> {
  const above = order.slice(order.indexOf(environment) + 1);
  const answers = await Promise.all(
    above.map(higher => source.history(service, environment, higher)),
  );
  return answers.flatMap(({ obligations }) =>
    obligations
      .filter(owed => owed.environment === environment)
      .map(owed => ({
        resource: owed.resource,
        path: owed.text,
        value: owed.value,
        incident: owed.incident ?? owed.commit.subject,
      })),
  );
}
