import { PlannedChange } from '../planning';

/** All branches of the portal; nothing else in them is touched. */
export const BRANCH_PREFIX = 'stagecraft/';

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'change'
  );
}

/**
 * A branch for a new request. The commit in it makes it new: neither an earlier
 * request of the same way nor another portal on this repository has it.
 */
export function branchName(change: PlannedChange, commit: string): string {
  const way = change.from ? `${change.from}-to-${change.to}` : change.to;
  return `${BRANCH_PREFIX}${slug(change.type)}/${slug(change.service)}-${slug(
    way,
  )}-${commit.slice(0, 8)}`;
}
