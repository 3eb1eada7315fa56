/** Field managers of Crossplane's controllers, as they appear in managedFields. */
export const CORE_MANAGER = 'crossplane';
export const COMPOSITE_MANAGER = 'apiextensions.crossplane.io/composite';
export const COMPOSED_MANAGER_PREFIX = 'apiextensions.crossplane.io/composed';
export const PROVIDER_MANAGER = 'provider';

export const XP_API = 'apiextensions.crossplane.io';
export const XRD_V2 = `${XP_API}/v2`;
export const COMPOSITION_API = `${XP_API}/v1`;

export const COMPOSITE_FINALIZER = `composite.${XP_API}`;
export const MANAGED_FINALIZER = 'finalizer.managedresource.crossplane.io';
export const PAUSED = 'crossplane.io/paused';
export const COMPOSITE_LABEL = 'crossplane.io/composite';
export const RESOURCE_NAME = 'crossplane.io/composition-resource-name';
export const EXTERNAL_NAME = 'crossplane.io/external-name';
