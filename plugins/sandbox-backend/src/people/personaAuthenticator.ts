import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** Who is asked for, by the name of the User entity. */
export interface Persona {
  readonly name: string;
}

export const PERSONA_HEADER = 'x-sandbox-user';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const NAME = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/**
 * Believes whoever says who they are, so only over the loopback interface:
 * nobody else can reach a sandbox by it.
 */
export const personaAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async (persona: Persona) => ({
    profile: { displayName: persona.name },
  }),
  initialize() {},
  async authenticate({ req }) {
    if (!LOOPBACK.has(req.socket.remoteAddress ?? '')) {
      throw new AuthenticationError(
        'The sandbox lets in only who comes over the loopback interface',
      );
    }
    const name = req.header(PERSONA_HEADER);
    if (!name || !NAME.test(name)) {
      throw new AuthenticationError(
        `The header ${PERSONA_HEADER} must name a user of the sandbox`,
      );
    }
    return { result: { name } };
  },
});
