export { compare } from './compare';
export { drawer } from './drawer';
export { environments } from './environments';
export { global } from './global';
export { overview } from './overview';
export { parts } from './parts';
export { promote } from './promote';
export { request } from './request';
