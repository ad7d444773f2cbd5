import { INNER_PIECES } from '@gongji/texts';
import { Canvas, View } from '@tarojs/components';
import { useCallback, useRef, useState } from 'react';
import { type Point, pathOf, type Stroke, withPoint } from '../canvas/strokes';
import { INK } from '../canvas/paper';
import type { Surface } from '../canvas/surface';
import { useDrawing } from '../canvas/use-drawing';
import { roleOf } from '../platform/a11y';
import { inFront } from '../platform/in-front';
import { inWeChat } from '../platform/target';
import { say } from '../text/say';
import { Button } from './button';

interface PadEvent {
  readonly touches?: readonly { readonly x?: number; readonly y?: number; readonly clientX: number; readonly clientY: number }[];
  readonly clientX?: number;
  readonly clientY?: number;
  readonly buttons?: number;
}

/** WeChat counts from the canvas; a browser from the window. */
function pointOf(event: PadEvent): Point | undefined {
  const touch = event.touches?.[0];
  if (touch?.x !== undefined && touch.y !== undefined) return { x: touch.x, y: touch.y };
  if (inWeChat) return undefined;
  const box = inFront('signature')?.getBoundingClientRect();
  const [x, y] = touch ? [touch.clientX, touch.clientY] : [event.clientX, event.clientY];
  return box === undefined || x === undefined || y === undefined ? undefined : { x: x - box.left, y: y - box.top };
}

function drawStrokes({ ctx, width, height, pixelRatio }: Surface, strokes: readonly Stroke[]): void {
  ctx.clearRect(0, 0, width, height);
  ctx.strokeStyle = INK;
  ctx.lineWidth = 3 * pixelRatio;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  for (const stroke of strokes) {
    ctx.beginPath();
    stroke.forEach(({ x, y }, index) =>
      index === 0 ? ctx.moveTo(x * pixelRatio, y * pixelRatio) : ctx.lineTo(x * pixelRatio, y * pixelRatio),
    );
    ctx.stroke();
  }
}

/** A pad to sign on. Gives the signature as the path of an SVG, '' after clearing. */
export function SignaturePad({ onChange }: { readonly onChange: (path: string) => void }) {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  // Moves come faster than renders.
  const latest = useRef(strokes);
  const become = (next: readonly Stroke[]) => {
    latest.current = next;
    setStrokes(next);
  };
  const add = (event: PadEvent, starts: boolean) => {
    const point = pointOf(event);
    if (point !== undefined) become(withPoint(latest.current, point, starts));
  };
  useDrawing(
    'signature',
    useCallback((surface: Surface) => drawStrokes(surface, strokes), [strokes]),
  );

  const finish = () => onChange(pathOf(latest.current));
  const mouse = inWeChat
    ? {}
    : {
        onMouseDown: (event: PadEvent) => add(event, true),
        onMouseMove: (event: PadEvent) => event.buttons === 1 && add(event, false),
        onMouseUp: finish,
        onMouseLeave: finish,
      };
  return (
    <View>
      <View className="pad paper">
        <Canvas
          type="2d"
          id="signature"
          canvasId="signature"
          className="pad__canvas"
          disableScroll
          aria-label={say(INNER_PIECES.signature.pad)}
          {...roleOf('img')}
          onTouchStart={(event) => add(event as unknown as PadEvent, true)}
          onTouchMove={(event) => add(event as unknown as PadEvent, false)}
          onTouchEnd={finish}
          {...mouse}
        />
      </View>
      <Button
        kind="text"
        inline
        off={strokes.length === 0}
        onTap={() => {
          become([]);
          onChange('');
        }}
      >
        {say(INNER_PIECES.signature.clear)}
      </Button>
    </View>
  );
}
