import { BgProvider, ContainerBg } from '@backstage/ui';
import { ReactNode } from 'react';

// What BUI's own reset does, which it does not export.
const NO_GROUND = undefined as unknown as ContainerBg;

/** Tells buttons and fields that they stand on the page, as in a dialog that is drawn in its colour. */
export function PageGround(props: { children: ReactNode }) {
  return <BgProvider bg={NO_GROUND}>{props.children}</BgProvider>;
}
