import jsQR from 'jsqr';
import { type Grey, readBars } from './read-bars';

/** A screenshot is read as it is: made only a little smaller, its modules are some pixels wider here and narrower there, and neither code is found any more. */
const LONGEST_AS_IT_IS = 2000;
/** For a photograph: made smaller it is read in under a second and more is found in it; larger for a code that is small in it. */
const OF_A_PHOTOGRAPH = [1600, 2400];
/** Once more for both: what is too fine or too noisy for the readers is gone here. */
const LAST = 1000;

const sidesFor = (longest: number): readonly number[] => (longest <= LONGEST_AS_IT_IS ? [longest, LAST] : [...OF_A_PHOTOGRAPH, LAST]);

/** The text of a QR code or a Code 128 bar code in a picture; null when there is none. */
export async function readPicture(picture: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(picture);
  try {
    for (const side of sidesFor(Math.max(bitmap.width, bitmap.height))) {
      const text = readPixels(pixelsOf(bitmap, bitmap, side));
      if (text !== null) return text;
    }
    return null;
  } finally {
    bitmap.close();
  }
}

/** The same of what a camera shows at this moment. */
export function readFrame(video: HTMLVideoElement): string | null {
  const size = { width: video.videoWidth, height: video.videoHeight };
  return size.width === 0 ? null : readPixels(pixelsOf(video, size, LONGEST_AS_IT_IS));
}

/** A QR code, bars that stand, or bars that lie because phone or camera is turned. */
function readPixels(pixels: ImageData): string | null {
  const qr = jsQR(pixels.data, pixels.width, pixels.height)?.data;
  if (qr !== undefined && qr !== '') return qr;
  const grey = greyOf(pixels);
  return readBars(grey) ?? readBars(turned(grey));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** With the longer side of at most so many pixels. */
function pixelsOf(source: CanvasImageSource, { width, height }: Size, longest: number): ImageData {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  // A transparent picture would otherwise be black on black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function greyOf({ data: rgba, width, height }: ImageData): Grey {
  const pixels = new Uint8ClampedArray(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(index * 4, index * 4 + 3);
    pixels[index] = (red + 2 * green + blue) / 4;
  }
  return { pixels, width, height };
}

function turned({ pixels, width, height }: Grey): Grey {
  const pixelAt = (index: number): number => pixels[(index % height) * width + Math.floor(index / height)] ?? 0;
  return { pixels: Uint8ClampedArray.from({ length: width * height }, (_, index) => pixelAt(index)), width: height, height: width };
}
