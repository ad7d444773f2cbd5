import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { tappable } from '../platform/a11y';
import { Icon, type IconName } from './icon';

interface Props {
  readonly kind?: 'primary' | 'plain' | 'danger' | 'text';
  readonly onTap: () => void;
  readonly icon?: IconName;
  /** Off, and says what is going on. */
  readonly busyText?: string | false;
  readonly off?: boolean;
  readonly inline?: boolean;
  readonly id?: string;
  readonly label?: string;
  /** For a button that unfolds something: whether it is unfolded. */
  readonly expanded?: boolean;
}

/** The words name the act (and the sum), never 确定. */
export function Button({
  kind = 'primary',
  onTap,
  icon,
  busyText = false,
  off = false,
  inline = false,
  id,
  label,
  expanded,
  children,
}: PropsWithChildren<Props>) {
  const dead = off || busyText !== false;
  const classes = ['button', `button--${kind}`, dead ? 'button--off' : '', inline ? 'button--inline' : ''].join(' ');
  return (
    <View
      className={classes}
      hoverClass={dead ? 'none' : 'button--hover'}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded ? 'true' : 'false' })}
      {...tappable(onTap, 'button', dead)}
    >
      {icon && <Icon name={icon} />}
      {busyText === false ? children : busyText}
    </View>
  );
}
