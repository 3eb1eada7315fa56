import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { sandboxModule } from './modules/sandbox';
import { signInModule } from './modules/signIn';

export default createApp({
  features: [navModule, signInModule, sandboxModule],
});
