import Taro from '@tarojs/taro';

/** A canvas in device pixels: bars and modules stay whole there, and scan well. */
export interface Surface {
  readonly ctx: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

type Found = readonly [{ readonly node?: HTMLCanvasElement } | null, { readonly width: number; readonly height: number } | null];

/** Two fields are asked for apart: on h5 `fields({ node: true, size: true })` gives the node and no size. Undefined while the page is hidden. */
export const openSurface = (id: string): Promise<Surface | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .select(`#${id}`)
      .boundingClientRect()
      .exec((found) => resolve(surfaceOf(found)));
  });

function surfaceOf([field, box]: Found): Surface | undefined {
  const ctx = field?.node?.getContext('2d');
  if (!field?.node || !ctx || !box || !(box.width > 0)) return undefined;
  const { pixelRatio } = Taro.getWindowInfo();
  const width = Math.round(box.width * pixelRatio);
  const height = Math.round(box.height * pixelRatio);
  field.node.width = width;
  field.node.height = height;
  return { ctx, width, height, pixelRatio };
}
