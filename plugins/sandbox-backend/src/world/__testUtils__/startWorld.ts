import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { World } from '../World';

export const EXAMPLE = resolve(
  __dirname,
  '../../../../../examples/infrastructure-gitops',
);

/** A world on free ports, where everything becomes ready at once. */
export function startWorld(directory: string): Promise<World> {
  return World.start({
    config: {
      enabled: true,
      directory,
      keep: false,
      example: EXAMPLE,
      readyAfterMs: 300,
      port: 0,
      token: 'sandbox',
    },
    logger: mockServices.logger.mock(),
  });
}
