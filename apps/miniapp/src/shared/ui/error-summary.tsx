import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { moveTo, roleOf, tappable } from '../platform/a11y';
import { say } from '../text/say';
import { Icon } from './icon';

export interface FieldError {
  /** The id of the field. */
  readonly field: string;
  readonly text: string;
}

/** Takes the focus when something new is wrong, never from somebody who is mending it, and leads to each field that needs mending. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const told = useRef<readonly string[]>([]);
  useEffect(() => {
    const now = errors.map(({ field, text }) => field + text);
    if (now.some((error) => !told.current.includes(error))) moveTo('error-summary');
    told.current = now;
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <View id="error-summary" className="summary" {...roleOf('alert')}>
      <View className="summary__title">
        <Icon name="error" />
        {say(PIECES.toMend, { count: errors.length })}
      </View>
      {errors.map(({ field, text }) => (
        <Text key={field} className="summary__item" {...tappable(() => moveTo(field), 'link')}>
          {text}
        </Text>
      ))}
    </View>
  );
}
