import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';

/** What belongs together lies on one card. */
export const Card = ({ flush = false, children }: PropsWithChildren<{ readonly flush?: boolean }>) => (
  <View className={`card ${flush ? 'card--flush' : ''}`}>{children}</View>
);

/** A part of a page under its own name. */
export const Section = ({ title, children }: PropsWithChildren<{ readonly title: string }>) => (
  <View className="section">
    <Text className="section__title">{title}</Text>
    {children}
  </View>
);

interface LineProps {
  readonly name: string;
  readonly change?: ReactNode;
}

/** One fact: its name left, its value right. */
export const Line = ({ name, change, children }: PropsWithChildren<LineProps>) => (
  <View className={`line ${change === undefined ? 'line--wraps' : ''}`}>
    <Text className="line__name">{name}</Text>
    <View className="line__value">{children}</View>
    {change !== undefined && <View className="line__change">{change}</View>}
  </View>
);
