import { INNER_PIECES } from '@gongji/texts';
import { Input, Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { nameOf } from '../platform/a11y';
import { inWeChat } from '../platform/target';
import { say } from '../text/say';
import { Icon } from './icon';

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A label, a hint and, by text and icon, what is wrong. */
export const FieldFrame = ({ id, label, hint, error, children }: PropsWithChildren<FrameProps>) => (
  <View id={id} className={`field ${error === undefined ? '' : 'field--wrong'}`}>
    <Text className="field__label">{label}</Text>
    {hint !== undefined && <Text className="field__hint">{hint}</Text>}
    {error !== undefined && (
      <View className="field__error">
        <Icon name="error" />
        {error}
      </View>
    )}
    {children}
  </View>
);

/** A field read aloud: what it is for, and what is wrong. */
export const spokenLabel = ({ label, error }: Pick<FrameProps, 'label' | 'error'>): string =>
  error === undefined ? label : say(INNER_PIECES.labelWithError, { label, error });

/** WeChat has a keyboard for each type. A browser's number field hides what it cannot read, so a mistyped cap would look like none. */
const KEYBOARD = { text: 'text', digit: 'decimal', number: 'numeric', idcard: 'text' } as const;

interface Props extends FrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: keyof typeof KEYBOARD;
  readonly maxLength?: number;
}

/** One line to type in, with the keyboard that fits. */
export const Field = ({ value, onChange, type = 'text', maxLength = 60, ...frame }: Props) => (
  <FieldFrame {...frame}>
    <Input
      className="field__box"
      value={value}
      type={inWeChat ? type : 'text'}
      maxlength={maxLength}
      onInput={({ detail }) => onChange(detail.value)}
      {...nameOf(spokenLabel(frame), {
        invalid: frame.error !== undefined,
        keyboard: KEYBOARD[type],
      })}
    />
  </FieldFrame>
);
