/** Words of the promote screen. */
export const promote = {
  title: 'Promote',
} as const;
