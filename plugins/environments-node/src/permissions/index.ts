export * from './environmentPermissionResourceRef';
