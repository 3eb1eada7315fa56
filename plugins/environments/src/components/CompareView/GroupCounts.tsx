import { ComparedResource } from '@stagecraft/plugin-environments-common';
import { CountLink } from '../parts';

const SHOWN = ['unexpected', 'pending', 'ahead', 'expected'] as const;

/** How many fields of a resource differ for which reason. */
export function GroupCounts(props: { resource: ComparedResource }) {
  const { counts } = props.resource;
  return (
    <>
      {SHOWN.filter(reason => counts[reason] > 0).map(reason => (
        <CountLink key={reason} reason={reason} count={counts[reason]} />
      ))}
    </>
  );
}
