export interface Config {
  sandbox?: {
    /**
     * People whom the sign-in page of the sandbox offers.
     * @deepVisibility frontend
     */
    people?: Array<{
      /** Name of the User entity, e.g. mira.holt */
      user: string;
      /** Name on screen */
      name: string;
      /** What they do, in a few words */
      role: string;
    }>;
  };
}
