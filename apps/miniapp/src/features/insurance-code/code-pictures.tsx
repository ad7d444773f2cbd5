import { Canvas, Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { drawBars } from '@/shared/canvas/code128';
import { drawQr } from '@/shared/canvas/qr';
import type { Surface } from '@/shared/canvas/surface';
import { useDrawing } from '@/shared/canvas/use-drawing';
import { roleOf } from '@/shared/platform/a11y';
import { Button } from '@/shared/ui/button';
import { groupedDigits } from './code-text';

interface Props {
  readonly payload: string;
  readonly name: string;
}

/** Dark on white in every theme, with the quiet zones kept. */
export function CodePictures({ payload, name }: Props) {
  const [large, setLarge] = useState(false);
  const [digits, setDigits] = useState(false);
  useDrawing(
    'code-bar',
    useCallback((surface: Surface) => drawBars(surface, payload), [payload]),
  );
  useDrawing(
    'code-qr',
    useCallback((surface: Surface) => drawQr(surface, payload), [payload]),
    large ? 'large' : 'normal',
  );
  return (
    <View className="code__pictures">
      <Canvas type="2d" id="code-bar" canvasId="code-bar" className="code__bar" aria-label={`${name}的医保码，条形码`} {...roleOf('img')} />
      <Canvas
        type="2d"
        id="code-qr"
        canvasId="code-qr"
        className={`code__qr ${large ? 'code__qr--large' : ''}`}
        aria-label={`${name}的医保码，二维码`}
        {...roleOf('img')}
      />
      {digits && <Text className="code__digits">{groupedDigits(payload)}</Text>}
      <View className="code__tools">
        <Button kind="text" inline icon="large" onTap={() => setLarge(!large)}>
          {large ? '缩小' : '放大'}
        </Button>
        <Button kind="text" inline icon="eye" onTap={() => setDigits(!digits)}>
          {digits ? '隐藏数字' : '显示数字'}
        </Button>
      </View>
    </View>
  );
}
