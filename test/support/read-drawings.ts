import { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import jsQR from 'jsqr';
import { drawBars } from '../../apps/miniapp/src/shared/canvas/code128';
import { drawQr } from '../../apps/miniapp/src/shared/canvas/qr';
import { type Grey, readBars } from '../../apps/sandbox/src/counter/page/read-bars';

// Runs in the browser of a journey: draws codes with the page's own drawing, makes pictures unsharp as a moving hand does, and reads them with two
// readers that share no code with the drawing.

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Look {
  /** Standard deviation in device pixels. */
  readonly blur: number;
  /** Without its white border, with dark all around. */
  readonly cut?: boolean;
}
/** In device pixels: the white around what is dark, and the length of the first dark run in the top row. */
export interface Margins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly firstRun: number;
}
export interface ReadingBench {
  /** How many were read by each of the two readers. */
  readonly readQrs: (size: Size, payloads: readonly string[], look: Look) => readonly number[];
  readonly readBarCodes: (size: Size, payloads: readonly string[], look: Look) => number;
  readonly readQr: (png: string, blur: number) => Promise<readonly (string | null)[]>;
  readonly readBars: (png: string, blur: number) => Promise<string | null>;
  readonly marginsOf: (png: string) => Promise<Margins>;
}

/** What a dark theme puts around a code. */
const DARK = '#101214';
const AROUND = 24;
const PURE = new Map([[DecodeHintType.PURE_BARCODE, true]]);

type Context = OffscreenCanvasRenderingContext2D;
type Draw = (surface: { ctx: CanvasRenderingContext2D; width: number; height: number; pixelRatio: number }, payload: string) => unknown;

function canvasOf({ width, height }: Size): Context {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  return context;
}

const pixelsOf = (context: Context): ImageData => context.getImageData(0, 0, context.canvas.width, context.canvas.height);

function draw(by: Draw, size: Size, payload: string): Context {
  const context = canvasOf(size);
  by({ ctx: context as unknown as CanvasRenderingContext2D, ...size, pixelRatio: devicePixelRatio }, payload);
  return context;
}

/** What a camera sees of it: unsharp, with the dark around. */
function photograph(drawn: Context, { blur, cut = false }: Look): ImageData {
  const { width, height } = drawn.canvas;
  const margins = cut ? marginsIn(pixelsOf(drawn)) : { left: 0, top: 0, right: 0, bottom: 0 };
  const [inWidth, inHeight] = [width - margins.left - margins.right, height - margins.top - margins.bottom];
  const picture = canvasOf({ width: width + 2 * AROUND, height: height + 2 * AROUND });
  picture.fillStyle = DARK;
  picture.fillRect(0, 0, width + 2 * AROUND, height + 2 * AROUND);
  picture.filter = blur === 0 ? 'none' : `blur(${blur}px)`;
  picture.drawImage(drawn.canvas, margins.left, margins.top, inWidth, inHeight, AROUND, AROUND, inWidth, inHeight);
  return pixelsOf(picture);
}

const byJsQr = ({ data, width, height }: ImageData): string | null => jsQR(data, width, height)?.data ?? null;

/** As a photograph, then as a picture of nothing but the code: of three codes in a hundred the library takes a part for a finder pattern, where jsQR does not. */
function byZxing(picture: ImageData, alone: ImageData): string | null {
  return readByZxing(picture) ?? readByZxing(alone, PURE);
}

function readByZxing(picture: ImageData, hints?: Map<DecodeHintType, unknown>): string | null {
  const { pixels, width, height } = greyOf(picture);
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, width, height)));
  try {
    return new QRCodeReader().decode(bitmap, hints).getText();
  } catch {
    return null;
  }
}

function greyOf({ data, width, height }: ImageData): Grey {
  const at = (index: number): number => ((data[index * 4] ?? 0) + 2 * (data[index * 4 + 1] ?? 0) + (data[index * 4 + 2] ?? 0)) >> 2;
  return { pixels: Uint8ClampedArray.from({ length: width * height }, (_, index) => at(index)), width, height };
}

function marginsIn({ data, width, height }: ImageData): Margins {
  const dark = (x: number, y: number): boolean => (data[(y * width + x) * 4] ?? 255) < 128;
  let [left, top, right, bottom] = [width, height, width, height];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (dark(x, y)) {
        [left, top] = [Math.min(left, x), Math.min(top, y)];
        [right, bottom] = [Math.min(right, width - 1 - x), Math.min(bottom, height - 1 - y)];
      }
  let firstRun = 0;
  while (left + firstRun < width && dark(left + firstRun, top)) firstRun += 1;
  return { left, top, right, bottom, firstRun };
}

async function open(png: string, blur: number): Promise<ImageData> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = canvasOf(bitmap);
  context.filter = blur === 0 ? 'none' : `blur(${blur}px)`;
  context.drawImage(bitmap, 0, 0);
  return pixelsOf(context);
}

function blurred(drawn: Context, blur: number): ImageData {
  const { width, height } = drawn.canvas;
  const picture = canvasOf({ width, height });
  picture.filter = blur === 0 ? 'none' : `blur(${blur}px)`;
  picture.drawImage(drawn.canvas, 0, 0);
  return pixelsOf(picture);
}

const bench: ReadingBench = {
  readQrs: (size, payloads, look) => {
    const read = payloads.map((payload) => {
      const code = draw(drawQr, size, payload);
      const picture = photograph(code, look);
      return [byJsQr(picture) === payload, byZxing(picture, look.cut ? picture : blurred(code, look.blur)) === payload];
    });
    return [0, 1].map((reader) => read.filter((each) => each[reader]).length);
  },
  readBarCodes: (size, payloads, look) =>
    payloads.filter((payload) => readBars(greyOf(photograph(draw(drawBars, size, payload), look))) === payload).length,
  readQr: async (png, blur) => {
    const pixels = await open(png, blur);
    return [byJsQr(pixels), byZxing(pixels, pixels)];
  },
  readBars: async (png, blur) => readBars(greyOf(await open(png, blur))),
  marginsOf: async (png) => marginsIn(await open(png, 0)),
};

Object.assign(globalThis, { bench });
