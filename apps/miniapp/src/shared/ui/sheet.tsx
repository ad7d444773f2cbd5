import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { moveTo, roleOf } from '../platform/a11y';

interface Props {
  readonly title: string;
  readonly actions: ReactNode;
}

/** Comes up only where the person has just asked for it. */
export function Sheet({ title, actions, children }: PropsWithChildren<Props>) {
  useEffect(() => moveTo('sheet-title'), []);
  return (
    <View className="sheet" aria-modal="true" aria-label={title} {...roleOf('dialog')}>
      <View className="sheet__panel">
        <Text id="sheet-title" className="title">
          {title}
        </Text>
        {children}
        <View className="sheet__actions">{actions}</View>
      </View>
    </View>
  );
}
