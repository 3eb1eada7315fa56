import { Link } from '@backstage/ui';
import { ReactNode } from 'react';
import { ui } from '../../styles';

const LOOKS = {
  link: ui.link,
  plain: ui.plain,
  rev: ui.rev,
  underlined: ui.underlined,
};

/** A link in the size and weight of its surroundings. */
export function AppLink(props: {
  href: string;
  look?: keyof typeof LOOKS;
  className?: string;
  title?: string;
  tone?: string;
  'aria-label'?: string;
  'aria-current'?: 'true';
  children: ReactNode;
}) {
  const { look = 'link', className, tone, ...rest } = props;
  return (
    <Link
      standalone
      {...rest}
      {...(tone ? { 'data-tone': tone } : {})}
      className={className ? `${LOOKS[look]} ${className}` : LOOKS[look]}
    />
  );
}
