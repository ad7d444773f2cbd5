import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { moveToField, roleOf, tappable } from '../platform/a11y';
import { say } from '../text/say';
import { Icon } from './icon';

export const SUMMARY_ID = 'error-summary';

export interface FieldError {
  /** The id of the field. */
  readonly field: string;
  readonly text: string;
}

/** Lists what is wrong; each line leads to its field. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <View id={SUMMARY_ID} className="summary" {...roleOf('alert')}>
      <View className="summary__title">
        <Icon name="error" />
        {say(PIECES.toMend, { count: errors.length })}
      </View>
      {errors.map(({ field, text }) => (
        <Text key={field} className="summary__item" {...tappable(() => moveToField(field), 'link')}>
          {text}
        </Text>
      ))}
    </View>
  );
}
