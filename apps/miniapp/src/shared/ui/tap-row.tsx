import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { tappable } from '../platform/a11y';
import { Icon, type IconName } from './icon';

interface Props {
  readonly icon?: IconName;
  readonly title: string;
  readonly note?: string;
  readonly value?: ReactNode;
  readonly onTap: () => void;
}

/** A row that leads to another page. */
export const TapRow = ({ icon, title, note, value, onTap }: Props) => (
  <View className="taprow" hoverClass="button--hover" {...tappable(onTap)}>
    {icon && (
      <View className="taprow__mark" aria-hidden="true">
        <Icon name={icon} />
      </View>
    )}
    <View className="taprow__words">
      <Text className="taprow__title">{title}</Text>
      {note !== undefined && <Text className="taprow__note">{note}</Text>}
    </View>
    {value !== undefined && <View className="taprow__value">{value}</View>}
    <View className="taprow__go" aria-hidden="true">
      <Icon name="go" />
    </View>
  </View>
);
