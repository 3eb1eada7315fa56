export { createTree } from './createTree';
export { Directory, walk } from './directory';
export type { TreeEntry } from './directory';
export { isCircular, linkOutside, resolveEntry } from './links';
export {
  baseName,
  cleanPath,
  compareBytes,
  directoryOf,
  joinPath,
} from './names';
