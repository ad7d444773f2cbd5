import Taro from '@tarojs/taro';
import { inFront } from '../platform/in-front';

/** A canvas in device pixels: bars and modules stay whole there, and scan well. */
export interface Surface {
  readonly ctx: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Undefined while the page is hidden. */
export const openSurface = (id: string): Promise<Surface | undefined> => (process.env.TARO_ENV === 'weapp' ? inWeChat(id) : inBrowser(id));

const inWeChat = (id: string): Promise<Surface | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([found]: readonly [({ readonly node?: HTMLCanvasElement } & Box) | null]) =>
        resolve(found?.node && surfaceOf(found.node, found)),
      );
  });

/** Not by Taro's query: it throws where nobody can catch it when the page goes before it has looked. */
async function inBrowser(id: string): Promise<Surface | undefined> {
  // As soon as React has drawn.
  await Promise.resolve();
  const canvas = inFront<HTMLCanvasElement>(id);
  return canvas && surfaceOf(canvas, canvas.getBoundingClientRect());
}

function surfaceOf(canvas: HTMLCanvasElement, box: Box): Surface | undefined {
  const ctx = box.width > 0 ? canvas.getContext('2d') : null;
  if (ctx === null) return undefined;
  const { pixelRatio } = Taro.getWindowInfo();
  const width = Math.round(box.width * pixelRatio);
  const height = Math.round(box.height * pixelRatio);
  canvas.width = width;
  canvas.height = height;
  return { ctx, width, height, pixelRatio };
}
