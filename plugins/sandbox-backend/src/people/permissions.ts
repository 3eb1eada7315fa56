import { createPermission } from '@backstage/plugin-permission-common';

/** Press the sandbox's buttons: change a cluster by hand, break a file. @public */
export const sandboxControlPermission = createPermission({
  name: 'sandbox.control',
  attributes: { action: 'update' },
});
