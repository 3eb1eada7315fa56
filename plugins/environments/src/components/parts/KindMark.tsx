import { Mark, MarkName } from './Mark';

const KINDS: Array<[RegExp, MarkName]> = [
  [/^ConfigMap$/, 'sliders'],
  [/Secret|^Certificate$/, 'key'],
  [/SQL|Postgres|Database|Bucket|Instance/i, 'database'],
  [/^(Deployment|StatefulSet|DaemonSet|Job|CronJob|Pod|Service)$/, 'box'],
  [/Parameter|Setting|Policy/, 'sliders'],
];

/** What sort of thing a resource is, at a glance; the kind in words follows it. */
export function KindMark(props: { kind: string; size?: number }) {
  const name = KINDS.find(([kind]) => kind.test(props.kind))?.[1] ?? 'layers';
  return <Mark name={name} tone="neutral" size={props.size} />;
}
