import { INNER_PIECES } from '@gongji/texts';
import { Input, Text, Textarea, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { nameOf } from '../platform/a11y';
import { inWeChat } from '../platform/target';
import { say } from '../text/say';
import { FieldWrong } from './field-wrong';

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Cannot be left empty. Said where the form also has what can be. */
  readonly required?: boolean;
}

/** A label, whether it must be filled in, a hint and, by text and icon, what is wrong. */
export const FieldFrame = ({ id, label, hint, error, required = false, children }: PropsWithChildren<FrameProps>) => (
  <View id={id} className={`field ${error === undefined ? '' : 'field--wrong'}`}>
    <View className="field__label">
      {label}
      {required && <Text className="field__required">{say(INNER_PIECES.required)}</Text>}
    </View>
    {hint !== undefined && <Text className="field__hint">{hint}</Text>}
    <FieldWrong error={error} />
    {children}
  </View>
);

/** A field read aloud: what it is for, whether it must be filled in, and what is wrong. */
export function spokenLabel({ label, error, required = false }: Pick<FrameProps, 'label' | 'error' | 'required'>): string {
  const asked = required ? say(INNER_PIECES.labelRequired, { label }) : label;
  return error === undefined ? asked : say(INNER_PIECES.labelWithError, { label: asked, error });
}

/** WeChat has a keyboard for each type. A browser's number field hides what it cannot read, so a mistyped cap would look like none. */
const KEYBOARD = { text: 'text', digit: 'decimal', number: 'numeric', idcard: 'text' } as const;

interface Props extends FrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: keyof typeof KEYBOARD;
  readonly maxLength?: number;
  /** Longer than a line, and looked through to its end. */
  readonly wraps?: boolean;
}

/** What every box to type in is given: its text, how long that may be, who hears of it, and its name read aloud. */
export const typedIn = ({ value, onChange, type = 'text', maxLength = 60, ...frame }: Omit<Props, 'wraps'>) => ({
  value,
  maxlength: maxLength,
  onInput: ({ detail }: { readonly detail: { readonly value: string } }) => onChange(detail.value),
  ...nameOf(spokenLabel(frame), { invalid: frame.error !== undefined, keyboard: KEYBOARD[type] }),
});

/** One line to type in, with the keyboard that fits. */
export const Field = ({ wraps = false, ...asked }: Props) => (
  <FieldFrame {...asked}>
    {wraps ? (
      <Textarea className="field__box field__box--wraps" {...typedIn(asked)} />
    ) : (
      <Input className="field__box" type={inWeChat ? (asked.type ?? 'text') : 'text'} {...typedIn(asked)} />
    )}
  </FieldFrame>
);
