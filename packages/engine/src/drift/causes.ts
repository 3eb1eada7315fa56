import { typeAt } from '../fields';
import { equalsAbsent, isEmpty } from './empty';
import { FieldsEntry } from './managedFields';
import { Resource } from './resource';
import { Difference, isWithin } from './subset';
import { DriftCause, DriftItem } from './types';

/** Who and when, as an item shows it. */
export function attribution(entry: FieldsEntry | undefined) {
  return {
    manager: entry?.manager || undefined,
    operation: entry?.operation || undefined,
    time: entry?.time || undefined,
  };
}

type Cause = Pick<
  DriftItem,
  'cause' | 'manager' | 'operation' | 'time' | 'between'
>;

/**
 * A removal leaves no trace in managedFields, so nobody is named for it. It was
 * done by hand if the field is known to have been there.
 */
function causeOfRemoval(difference: Difference, resource: Resource): Cause {
  const { path } = difference;
  const { previous, readAt, synced } = resource.input;
  if (resource.previousAt(path) !== undefined && previous) {
    return {
      cause: 'manual',
      between: readAt === undefined ? undefined : [previous.at, readAt],
    };
  }
  if (resource.gitopsLastApplied) {
    // What the server leaves out was sent as good as not at all.
    const sent = resource.sentAt(path);
    const type = typeAt(resource.type, path);
    const isNew =
      sent === undefined || isEmpty(sent) || equalsAbsent(sent, type);
    return { cause: isNew ? 'pending' : 'manual' };
  }
  return { cause: synced === false ? 'pending' : 'unknown' };
}

function causeOfOther(author: FieldsEntry): DriftCause {
  if (author.group === 'human') return 'manual';
  if (author.group !== 'controller') return 'unknown';
  return author.subresource === 'scale' &&
    author.manager === 'kube-controller-manager'
    ? 'autoscaler'
    : 'controller';
}

/** Nobody owns the live value: the server filled it in, or the owners are lost. */
function causeWithoutAuthor(
  resource: Resource,
  sentDesired: boolean,
): DriftCause {
  if (sentDesired) return 'manual';
  const { synced } = resource.input;
  if (synced === false) return 'pending';
  // A server-side apply of this desired state would own the field.
  return resource.owners.gitopsApply && synced !== true ? 'pending' : 'unknown';
}

/**
 * Once the tool applies on the server's side it leaves last-applied as it was,
 * so the annotation says nothing of a field that somebody has written since.
 */
function isOutdated(
  author: FieldsEntry | undefined,
  resource: Resource,
): boolean {
  return (
    author !== undefined &&
    author.group !== 'gitops' &&
    resource.owners.gitopsApply !== undefined
  );
}

function causeOfChange(difference: Difference, resource: Resource): Cause {
  const { path, desired, live } = difference;
  const type = typeAt(resource.type, path);
  const author = resource.owners.authorOf(path);
  const sent = resource.sentAt(path);
  const who = attribution(author);
  if (
    sent !== undefined &&
    isWithin(sent, live, type) &&
    !isOutdated(author, resource)
  ) {
    return author?.group === 'gitops'
      ? { cause: 'pending', ...who }
      : { cause: 'pending' };
  }
  const sentDesired =
    sent !== undefined &&
    isWithin(desired, sent, type) &&
    isWithin(sent, desired, type);
  if (!author) return { cause: causeWithoutAuthor(resource, sentDesired) };
  if (author.group !== 'gitops') {
    return { cause: causeOfOther(author), ...who };
  }
  const wasSent = resource.input.synced ?? sentDesired;
  return { cause: wasSent ? 'mutated' : 'pending', ...who };
}

/** Why a path of Git is not so in the live object, and who made it so. */
export function causeOf(difference: Difference, resource: Resource): Cause {
  return difference.kind === 'removed'
    ? causeOfRemoval(difference, resource)
    : causeOfChange(difference, resource);
}
