/** Words of the compare screen. */
export const compare = {
  title: 'Compare',
} as const;
