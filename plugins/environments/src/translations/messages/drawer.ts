/** Words of the drawer screen. */
export const drawer = {
  title: 'Resource',
} as const;
