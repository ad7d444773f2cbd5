import { INNER_PIECES } from '@gongji/texts';
import { Text, Textarea } from '@tarojs/components';
import type { ComponentProps } from 'react';
import { say } from '../text/say';
import { type Field, FieldFrame, typedIn } from './field';
import './long-field.scss';

interface Props extends Omit<ComponentProps<typeof Field>, 'type' | 'wraps' | 'maxLength'> {
  readonly maxLength: number;
}

/** Several lines to type in, with how many characters were typed and how many are possible. */
export const LongField = (asked: Props) => (
  <FieldFrame {...asked}>
    <Textarea className="field__box long-field" {...typedIn(asked)} />
    <Text className="block muted">{say(INNER_PIECES.letters, { typed: Array.from(asked.value).length, most: asked.maxLength })}</Text>
  </FieldFrame>
);
