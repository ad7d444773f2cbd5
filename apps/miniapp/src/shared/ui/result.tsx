import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon, type IconName } from './icon';
import type { Tone } from './notice';

interface Props {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
}

/** The outcome, as the first thing on the page. */
export const Result = ({ tone, icon, title, text, children }: PropsWithChildren<Props>) => (
  <View className="result">
    <View className={`result__mark tone--${tone}`} aria-hidden="true">
      <Icon name={icon} />
    </View>
    <Text id="result-title" className="title">
      {title}
    </Text>
    {text !== undefined && <Text className="block muted">{text}</Text>}
    {children}
  </View>
);
