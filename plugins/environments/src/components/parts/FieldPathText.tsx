import { Fragment } from 'react';
import { ui } from '../../styles';

/** Splits after dots outside of brackets and quotes: `spec.containers[name="a.b"].image`. */
export function pathSteps(path: string): string[] {
  const steps = path.match(/(?:\[[^\]]*\]|[^.[])+\.?/g);
  return steps ?? [path];
}

/** A field path: the way grey, the last step bold; may break after dots. */
export function FieldPathText(props: { path: string }) {
  const steps = pathSteps(props.path);
  // The key of a map entry is the last step, not the map's own name before it.
  const step = steps.at(-1) ?? '';
  const key = step.match(/\[".*"\]$/)?.[0];
  const last = key ?? step;
  const way = key ? step.slice(0, -key.length) : '';
  return (
    <span className={ui.mono}>
      <span className={ui.muted}>
        {steps.slice(0, -1).map((before, index) => (
          <Fragment key={index}>
            {before}
            <wbr />
          </Fragment>
        ))}
        {way && (
          <>
            {way}
            <wbr />
          </>
        )}
      </span>
      <b className={ui.strong}>{last}</b>
    </span>
  );
}
