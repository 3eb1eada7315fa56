/** Words of the request screen. */
export const request = {
  title: 'Change request',
} as const;
