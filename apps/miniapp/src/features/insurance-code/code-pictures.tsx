import { INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { drawBars } from '@/shared/canvas/code128';
import { drawQr } from '@/shared/canvas/qr';
import type { Surface } from '@/shared/canvas/surface';
import { useDrawing } from '@/shared/canvas/use-drawing';
import { roleOf } from '@/shared/platform/a11y';
import { useElder } from '@/shared/session/elder';
import { numberText } from '@/shared/text/number-text';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { CodeZoom } from './code-zoom';
import { Picture } from './picture';
import type { Showable } from './showable-people';

interface Props {
  readonly payload: string;
  /** Whose, and which kind of code. */
  readonly title: string;
  readonly person: Showable;
  readonly secondsLeft: number;
  readonly zoomed: boolean;
  readonly onZoom: (zoomed: boolean) => void;
}

/** Dark on white in every theme, with the quiet zones kept. Drawn anew where the two change places. */
export function CodePictures(props: Props) {
  const elder = useElder();
  return <Pictures key={elder ? 'elder' : 'usual'} qrFirst={elder} {...props} />;
}

/** `qrFirst`: in large text not both have room on the first screen, and most counters read the QR code. */
function Pictures({ payload, title, person, secondsLeft, zoomed, onZoom, qrFirst }: Props & { readonly qrFirst: boolean }) {
  const [digits, setDigits] = useState(false);
  const [fits, setFits] = useState(true);
  useDrawing(
    'code-bar',
    useCallback((surface: Surface) => setFits(drawBars(surface, payload)), [payload]),
  );
  useDrawing(
    'code-qr',
    useCallback((surface: Surface) => drawQr(surface, payload), [payload]),
  );
  const open = () => onZoom(true);
  const qr = <Picture id="code-qr" className="code__qr" label={say(INSURANCE_CODE.picture.qr, { title })} />;
  return (
    <View className="code__pictures paper">
      {/* For fingers; keyboards and screen readers have the button below. */}
      <View className="code__both" {...roleOf('presentation')} onClick={open}>
        {qrFirst && qr}
        <Picture
          id="code-bar"
          className={fits ? 'code__bar' : 'code__bar code__bar--none'}
          label={say(INSURANCE_CODE.picture.bars, { title })}
        />
        {!fits && <Text className="code__narrow">{say(INSURANCE_CODE.picture.narrow)}</Text>}
        {!qrFirst && qr}
      </View>
      {digits && <Text className="code__digits">{numberText(payload)}</Text>}
      <View className="code__tools">
        <Button kind="text" inline icon="large" onTap={open}>
          {say(INSURANCE_CODE.picture.enlarge)}
        </Button>
        <Button kind="text" inline icon="eye" expanded={digits} onTap={() => setDigits(!digits)}>
          {say(digits ? INSURANCE_CODE.picture.hideDigits : INSURANCE_CODE.picture.showDigits)}
        </Button>
      </View>
      {zoomed && <CodeZoom payload={payload} title={title} person={person} secondsLeft={secondsLeft} onClose={() => onZoom(false)} />}
    </View>
  );
}
