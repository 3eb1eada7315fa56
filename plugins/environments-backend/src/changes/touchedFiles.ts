import { FileWrites, Repository } from '../repository';

/** Texts of the files that differ between two trees or commits. */
export interface TouchedFiles {
  readonly before: FileWrites;
  readonly after: FileWrites;
}

/** Reads what a step from one tree or commit to another writes. */
export async function touchedFiles(
  repository: Repository,
  from: string,
  to: string,
): Promise<TouchedFiles> {
  const changes = await repository.changedPaths(from, to);
  const oids = changes.flatMap(({ oid, oldOid }) => [oid, oldOid]);
  const texts = await repository.readBlobs(
    oids.filter((oid): oid is string => oid !== undefined),
  );
  const textOf = (oid: string | undefined) => oid && texts.get(oid);
  return {
    before: new Map(
      changes.map(({ path, oldOid }) => [path, textOf(oldOid)] as const),
    ),
    after: new Map(
      changes.map(({ path, oid }) => [path, textOf(oid)] as const),
    ),
  };
}
