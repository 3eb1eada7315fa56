export { ResourceDrawer } from './ResourceDrawer';
export type { ResourceDrawerProps } from './ResourceDrawer';
