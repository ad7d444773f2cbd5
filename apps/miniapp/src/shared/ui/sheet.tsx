import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { keepFocus, roleOf } from '../platform/a11y';
import { useBackOrEscape } from '../platform/back';

interface Props {
  readonly title: string;
  readonly actions: ReactNode;
  /** What going back or Escape does: as the button that leaves all as it is. */
  readonly onBack: () => void;
}

/** Comes up only where the person has just asked for it. */
export function Sheet({ title, actions, onBack, children }: PropsWithChildren<Props>) {
  useEffect(() => keepFocus('sheet-title'), []);
  useBackOrEscape(onBack);
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
