import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { roleOf } from '../platform/a11y';
import { Icon, type IconName } from './icon';

export type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'quiet';
const ICONS: Readonly<Record<Tone, IconName>> = { ok: 'check', warn: 'warn', danger: 'error', info: 'info', quiet: 'info' };

interface Props {
  readonly tone: Tone;
  readonly title?: string;
  /** Read out at once. */
  readonly urgent?: boolean;
}

/** Something to know before going on, in colour, mark and words. */
export const Notice = ({ tone, title, urgent = false, children }: PropsWithChildren<Props>) => (
  <View className={`notice tone--${tone}`} {...(urgent ? roleOf('alert') : {})}>
    <Icon name={ICONS[tone]} />
    <View className="notice__words">
      {title !== undefined && <Text className="notice__title">{title}</Text>}
      {children}
    </View>
  </View>
);

interface StateProps {
  readonly tone: Tone;
  readonly icon?: IconName;
}

/** A state in colour, icon and word together. */
export const State = ({ tone, icon, children }: PropsWithChildren<StateProps>) => (
  <View className={`state tone--${tone}`}>
    <Icon name={icon ?? ICONS[tone]} />
    {children}
  </View>
);
