const KEY = 'stagecraft.sandbox.person';

/** The person this browser tab signed in as, so that a reload asks nothing. */
export function rememberedPerson(): string | undefined {
  return window.localStorage.getItem(KEY) ?? undefined;
}

export function rememberPerson(user: string | undefined) {
  if (user) {
    window.localStorage.setItem(KEY, user);
  } else {
    window.localStorage.removeItem(KEY);
  }
}
