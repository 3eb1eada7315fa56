/** Words of the entity tab. */
export const environments = {
  title: 'Environments',
} as const;
