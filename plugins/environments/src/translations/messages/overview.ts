/** Words of the overview card. */
export const overview = {
  title: 'Environments',
  open: 'Open',
} as const;
