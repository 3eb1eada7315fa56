/** Words of the page of all services. */
export const global = {
  title: 'Environments',
  tabs: {
    services: 'Services',
    drift: 'Drift',
    requests: 'Change requests',
  },
} as const;
