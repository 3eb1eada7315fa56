import { EffectiveResource, Json, Origin } from '@stagecraft/engine';

const WIDEST = 100;

/** A value on one line, cut where it gets long. */
export function valueText(value: Json | undefined): string {
  if (value === undefined) return '(none)';
  const text = JSON.stringify(value, (_, item) =>
    typeof item === 'bigint' ? Number(item) : item,
  );
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

/** `Kind/name`. */
export function resourceText({ manifest }: EffectiveResource): string {
  return `${manifest.kind}/${manifest.name}`;
}

/** What pairs resources of two environments. */
export function pairKey({ manifest }: EffectiveResource): string {
  return `${manifest.group}/${manifest.kind}/${manifest.name}`;
}

/** File and line of an object, or what makes it of the file. */
export function originText({ file, line, rendered }: Origin): string {
  return rendered ? `${file} (by ${rendered})` : `${file}:${line}`;
}
