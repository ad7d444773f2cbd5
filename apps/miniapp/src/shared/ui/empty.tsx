import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon, type IconName } from './icon';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

/** Nothing here yet, and the next step. */
export const Empty = ({ icon, title, text, children }: PropsWithChildren<Props>) => (
  <View className="empty">
    <View className="empty__mark" aria-hidden="true">
      <Icon name={icon} />
    </View>
    <Text className="lead">{title}</Text>
    <Text className="empty__text">{text}</Text>
    {children}
  </View>
);
