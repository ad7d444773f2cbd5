import { ADD_RELATIVE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '@/shared/session/session';
import { typedPath } from '@/shared/canvas/strokes';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { FieldWrong } from '@/shared/ui/field-wrong';
import { Notice } from '@/shared/ui/notice';
import { SignaturePad } from '@/shared/ui/signature-pad';

interface Props {
  readonly signature: string;
  /** And nobody knows whether it arrived: sent again, it has to be the same signature. */
  readonly sent: boolean;
  readonly error: string | undefined;
  /** By keyboard rather than by hand. */
  readonly typing: boolean;
  readonly onChange: (path: string) => void;
  readonly onSwitch: () => void;
}

/** By hand, or by keyboard for who cannot draw. What was signed before stays signed. */
export function SignStep({ signature, sent, error, typing, onChange, onSwitch }: Props) {
  const [signedBefore, setSignedBefore] = useState(signature !== '');
  const { name } = useMe();
  const again = () => {
    setSignedBefore(false);
    onChange('');
  };
  if (signedBefore) {
    return (
      <View className="stack">
        <Notice tone="ok" title={say(ADD_RELATIVE.sign.signed)}>
          {say(ADD_RELATIVE.sign.signedText)}
        </Notice>
        {!sent && (
          <Button kind="text" inline onTap={again}>
            {say(ADD_RELATIVE.sign.again)}
          </Button>
        )}
      </View>
    );
  }
  return (
    <View className="stack">
      <Text className="block">{typing ? say(ADD_RELATIVE.sign.type) : say(ADD_RELATIVE.sign.draw, { name })}</Text>
      <View id="signing">
        <FieldWrong error={error} />
        {typing ? <TypedName name={name} asked={error !== undefined} onChange={onChange} /> : <SignaturePad onChange={onChange} />}
      </View>
      <Button kind="text" inline onTap={onSwitch}>
        {say(typing ? ADD_RELATIVE.sign.toDrawing : ADD_RELATIVE.sign.toTyping)}
      </Button>
      <Notice tone="info">{say(typing ? ADD_RELATIVE.sign.typedKept : ADD_RELATIVE.sign.drawnKept)}</Notice>
    </View>
  );
}

interface TypedNameProps {
  readonly name: string;
  /** It was to be sent as it stands. */
  readonly asked: boolean;
  readonly onChange: (path: string) => void;
}

/** A name that is still being typed is not wrong yet, unless it was to be sent. */
function TypedName({ name, asked, onChange }: TypedNameProps) {
  const [typed, setTyped] = useState('');
  const sure = asked ? typed.trim() !== '' : typed.trim().length >= name.length;
  const differs = sure && typed.trim() !== name;
  return (
    <Field
      id="signature-name"
      label={say(ADD_RELATIVE.sign.typed)}
      hint={say(ADD_RELATIVE.sign.typedHint, { name })}
      error={differs ? say(ADD_RELATIVE.sign.typedWrong) : undefined}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        onChange(value.trim() === name ? typedPath(name) : '');
      }}
    />
  );
}
