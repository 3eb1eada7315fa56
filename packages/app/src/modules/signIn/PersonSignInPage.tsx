import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import { PeopleList } from './PeopleList';
import { readPeople } from './people';
import { rememberedPerson, rememberPerson } from './rememberedPerson';

function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      rememberPerson(undefined);
      await identity.signOut();
    },
  };
}

/**
 * Sign-in of the sandbox: choose whom to be. Without a sandbox the ordinary
 * page of Backstage stands in its place.
 */
export function PersonSignInPage({ onSignInSuccess }: SignInPageProps) {
  const people = readPeople(useApi(configApiRef));
  const [user, setUser] = useState(rememberedPerson);

  if (people.length === 0) {
    return (
      <SignInPage providers={['guest']} onSignInSuccess={onSignInSuccess} />
    );
  }
  if (!user || !people.some(person => person.user === user)) {
    return (
      <PeopleList
        people={people}
        onChoose={chosen => {
          rememberPerson(chosen);
          setUser(chosen);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      provider="sandbox"
      headers={{ 'x-sandbox-user': user }}
      onSignInSuccess={identity => onSignInSuccess(forgetOnSignOut(identity))}
    />
  );
}
