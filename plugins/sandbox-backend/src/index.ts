export { sandboxFeatures as default } from './features';
export { sandboxAuthModule } from './people/authModule';
export { sandboxControlPermission } from './people/permissions';
export { sandboxPolicyModule } from './people/policyModule';
export { sandboxPlugin } from './plugin';
