import { INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { drawBars } from '@/shared/canvas/code128';
import { drawQr } from '@/shared/canvas/qr';
import type { Surface } from '@/shared/canvas/surface';
import { useDrawing } from '@/shared/canvas/use-drawing';
import { keepFocus, roleOf } from '@/shared/platform/a11y';
import { useBackOrEscape } from '@/shared/platform/back';
import { NO_FLICK } from '@/shared/platform/flick';
import { inWeChat } from '@/shared/platform/target';
import { numberText } from '@/shared/text/number-text';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { ProxyBanner } from '@/shared/ui/proxy-banner';
import { countdownText } from './code-text';
import { Picture } from './picture';
import type { Showable } from './showable-people';

interface Props {
  readonly payload: string;
  readonly title: string;
  readonly person: Showable;
  readonly secondsLeft: number;
  readonly onClose: () => void;
}

/** The whole screen for a scanner that does not read: the QR code as wide as the phone, or the bar code along it. */
export function CodeZoom({ payload, title, person, secondsLeft, onClose }: Props) {
  const [bars, setBars] = useState(false);
  useEffect(() => keepFocus('zoom-title'), []);
  useBackOrEscape(onClose);
  return (
    <View
      className={inWeChat ? 'zoom paper' : 'zoom zoom--over-tabs paper'}
      aria-modal="true"
      aria-label={title}
      {...roleOf('dialog')}
      {...NO_FLICK}
    >
      {/* Whose it is stays plain where the phone is held out. */}
      {!person.own && <ProxyBanner people={[person]} text={say(INSURANCE_CODE.proxy.banner, { name: person.name })} />}
      <View className="zoom__head">
        <Text id="zoom-title" className="zoom__title">
          {title}
        </Text>
        <Text className="zoom__count">{countdownText(secondsLeft, true)}</Text>
      </View>
      <View className="zoom__picture">
        {bars ? <LongBars payload={payload} title={title} /> : <WideQr payload={payload} title={title} />}
      </View>
      <Text className="zoom__digits">{numberText(payload)}</Text>
      <View className="zoom__tools">
        <Button kind="plain" icon={bars ? 'code' : 'scan'} onTap={() => setBars(!bars)}>
          {say(bars ? INSURANCE_CODE.zoom.toQr : INSURANCE_CODE.zoom.toBars)}
        </Button>
        <Button icon="back" onTap={onClose}>
          {say(INSURANCE_CODE.zoom.close)}
        </Button>
      </View>
    </View>
  );
}

type PictureProps = Pick<Props, 'payload' | 'title'>;

function WideQr({ payload, title }: PictureProps) {
  useDrawing(
    'zoom-qr',
    useCallback((surface: Surface) => drawQr(surface, payload), [payload]),
  );
  return <Picture id="zoom-qr" className="zoom__qr" label={say(INSURANCE_CODE.zoom.qr, { title })} />;
}

function LongBars({ payload, title }: PictureProps) {
  useDrawing(
    'zoom-bar',
    useCallback((surface: Surface) => void drawBars(surface, payload, true), [payload]),
  );
  return <Picture id="zoom-bar" className="zoom__bar" label={say(INSURANCE_CODE.zoom.bars, { title })} />;
}
