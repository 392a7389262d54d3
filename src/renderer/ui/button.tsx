import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Hint } from './hint.tsx';
import styles from './button.module.css';

/** How much a button asks for attention; at most one primary on a screen. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

const kinds: Record<ButtonKind, string> = {
  primary: styles['primary'] ?? '',
  plain: styles['plain'] ?? '',
  quiet: '',
  danger: styles['danger'] ?? '',
};

/** Everything that react-aria's button takes, but for what makes all buttons look alike. */
interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly kind?: ButtonKind;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words, and an icon before them if given. */
export function Button({ kind = 'plain', icon: Icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${styles['button'] ?? ''} ${kinds[kind]}`}>
      {Icon !== undefined && <Icon size={16} aria-hidden />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** What the button does; read out, and shown when one hovers over it. */
  readonly label: string;
  /** The shortcut shown beside the label. */
  readonly keys?: string;
  readonly icon: LucideIcon;
  readonly isSelected?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon; its label is a hover or focus away. */
export function IconButton({ label, keys, icon: Icon, isSelected, ...props }: IconButtonProps) {
  // Present only for a button that can be pressed in: with `aria-pressed` it is read out as a switch.
  const pressed = isSelected === undefined ? {} : { 'aria-pressed': isSelected };
  return (
    <Hint text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton
        {...props}
        {...pressed}
        aria-label={label}
        className={`${styles['button'] ?? ''} ${styles['icon'] ?? ''}`}
      >
        <Icon size={17} aria-hidden />
      </AriaButton>
    </Hint>
  );
}
