import { ReactNode } from 'react';
import styles from './Mark.module.css';

export interface DrawnProps {
  size?: number | string;
  'aria-hidden'?: boolean;
}

export type Drawn = (props: DrawnProps) => ReactNode;

/** Draws on a 16 px square in the current colour. */
function draw(children: ReactNode): Drawn {
  return ({ size = 16 }) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {children}
    </svg>
  );
}

const ring = <circle cx="8" cy="8" r="6.6" strokeDasharray="2.6 2.02" />;

export const EqualMark = draw(<path d="M2.5 6h11M2.5 10h11" />);

export const NotEqualMark = draw(
  <path d="M2.5 6h11M2.5 10h11M10.5 2.5l-5 11" />,
);

export const HealthyMark = draw(
  <>
    <circle cx="8" cy="8" r="7.6" fill="currentColor" stroke="none" />
    <path d="M4.7 8.2 7 10.5l4.4-4.7" stroke="var(--sc-on-mark)" />
  </>,
);

export const ProgressMark = draw(
  <>
    <circle cx="8" cy="8" r="6.4" strokeWidth="2" opacity=".25" />
    <path
      className={styles.turning}
      d="M8 1.6A6.4 6.4 0 0 1 14.4 8"
      strokeWidth="2"
    />
  </>,
);

export const DegradedMark = draw(
  <>
    <path d="M8 2 14.8 13.8H1.2Z" fill="currentColor" />
    <path d="M8 6.2v3.4M8 11.8v.1" stroke="var(--sc-on-mark)" />
  </>,
);

export const SuspendedMark = draw(
  <>
    <circle cx="8" cy="8" r="6.6" />
    <path d="M6.3 5.8v4.4M9.7 5.8v4.4" />
  </>,
);

export const MissingMark = draw(
  <>
    {ring}
    <path d="M5.4 8h5.2" />
  </>,
);

export const UnknownMark = draw(
  <>
    {ring}
    <path d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 11.4v.1" />
  </>,
);
