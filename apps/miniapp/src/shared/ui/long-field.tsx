import { INNER_PIECES } from '@gongji/texts';
import { Text, Textarea } from '@tarojs/components';
import { nameOf } from '../platform/a11y';
import { say } from '../text/say';
import { FieldFrame, spokenLabel } from './field';
import './long-field.scss';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
}

/** Several lines, with how much is still possible. */
export const LongField = ({ value, onChange, maxLength, ...frame }: Props) => (
  <FieldFrame {...frame}>
    <Textarea
      className="field__box long-field"
      value={value}
      maxlength={maxLength}
      onInput={({ detail }) => onChange(detail.value)}
      {...nameOf(spokenLabel(frame), {
        invalid: frame.error !== undefined,
        keyboard: 'text',
      })}
    />
    <Text className="block muted">{say(INNER_PIECES.letters, { typed: Array.from(value).length, most: maxLength })}</Text>
  </FieldFrame>
);
