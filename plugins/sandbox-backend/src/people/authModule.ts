import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import { Persona, personaAuthenticator } from './personaAuthenticator';

/** Right after the start the catalog may not have read its users yet. */
const ATTEMPTS = 8;
const PAUSE_MS = 500;

/** Signs in as the catalog's user of that name; refuses names it does not know. */
export const signInAsPersona: SignInResolver<Persona> = async (
  info,
  context,
) => {
  const query = { entityRef: { name: info.result.name } };
  for (let attempt = 1; ; attempt++) {
    try {
      return await context.signInWithCatalogUser(query);
    } catch (error) {
      const unknown = (error as Error).name === NotFoundError.name;
      if (!unknown || attempt === ATTEMPTS) throw error;
      await sleep(PAUSE_MS);
    }
  }
};

/** Full names of the people that the sign-in page offers. */
function readNames(config: RootConfigService): Map<string, string> {
  const people = config.getOptionalConfigArray('sandbox.people') ?? [];
  return new Map(
    people.map(person => [person.getString('user'), person.getString('name')]),
  );
}

/** Sign-in as one of the people of the sandbox, without a password. @public */
export const sandboxAuthModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'sandbox-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        const names = readNames(config);
        providers.registerProvider({
          providerId: 'sandbox',
          factory: createProxyAuthProviderFactory({
            authenticator: personaAuthenticator,
            profileTransform: async ({ name }) => ({
              profile: { displayName: names.get(name) ?? name },
            }),
            signInResolver: signInAsPersona,
          }),
        });
      },
    });
  },
});
