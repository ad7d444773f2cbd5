import Taro from '@tarojs/taro';

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

/** Not by Taro's query: it throws where nobody can catch it when the page goes before it has looked. The pages below have canvases of the same id, and no size. */
async function inBrowser(id: string): Promise<Surface | undefined> {
  // As soon as React has drawn.
  await Promise.resolve();
  const boxes = [...document.querySelectorAll<HTMLCanvasElement>(`canvas#${id}`)].map(
    (canvas) => [canvas, canvas.getBoundingClientRect()] as const,
  );
  const shown = boxes.find(([, box]) => box.width > 0);
  return shown && surfaceOf(...shown);
}

function surfaceOf(canvas: HTMLCanvasElement, box: Box): Surface | undefined {
  const ctx = canvas.getContext('2d');
  if (!ctx || !(box.width > 0)) return undefined;
  const { pixelRatio } = Taro.getWindowInfo();
  const width = Math.round(box.width * pixelRatio);
  const height = Math.round(box.height * pixelRatio);
  canvas.width = width;
  canvas.height = height;
  return { ctx, width, height, pixelRatio };
}
