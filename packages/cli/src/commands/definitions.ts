import { Xrd, readXrds } from '@stagecraft/engine';
import { ReadLayout } from './repositoryOptions';

/** The kinds that the repository itself defines. */
export function definitionsOf({ repository }: ReadLayout): Xrd[] {
  const { tree } = repository;
  return readXrds(
    tree.paths.flatMap(path => tree.parse(path)?.manifests ?? []),
  );
}
