import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from './icon.tsx';

export type Look = { look?: 'go' | 'ok' | 'plain'; size?: 'sm' | 'md' | 'lg'; wide?: boolean; icon?: IconName };

export const classOf = ({ look = 'plain', size = 'md', wide }: Look): string =>
  ['btn', look === 'plain' ? '' : look, size === 'md' ? '' : size, wide ? 'wide' : ''].filter(Boolean).join(' ');

type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** While true the label stays, a second press does nothing. */
    busy?: boolean;
    /** Why it cannot be pressed now; shown under the button and read with it. The button stays reachable. */
    because?: string | null | undefined;
  };

/** `go` is persimmon: one a screen. */
export function Button({ look, size, wide, icon, busy, because, onClick, children, ...rest }: ButtonProps) {
  const off = Boolean(busy || because || rest.disabled);
  const button = (
    <button
      type="button"
      {...rest}
      disabled={false}
      className={classOf({ ...(look && { look }), ...(size && { size }), ...(wide && { wide }) })}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      onClick={event => (off ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} small />}
      {children}
    </button>
  );
  if (!because) return button;
  return (
    <span className="with-because">
      {button}
      <span className="because"> {because}</span>
    </span>
  );
}

export function LinkButton({ look, size, wide, icon, children, ...rest }: Look & LinkProps & { children: ReactNode }) {
  return (
    <Link {...rest} className={classOf({ ...(look && { look }), ...(size && { size }), ...(wide && { wide }) })}>
      {icon && <Icon name={icon} small />}
      {children}
    </Link>
  );
}

export function TextLink({ small, ...rest }: LinkProps & { small?: boolean }) {
  return <Link {...rest} className={small ? 'link sm' : 'link'} />;
}

/** A button that reads as a link: for what acts on the page rather than leads away. */
export function TextButton({ children, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className="link sm">
      {children}
    </button>
  );
}
