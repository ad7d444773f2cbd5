import jsQR from 'jsqr';
import { type Grey, readBars } from './read-bars';

/** Big photographs are made smaller first: decoding stays under a second and finds more. */
const LONGEST_SIDE = 1600;

/** The text of a QR code or a Code 128 bar code in a picture; null when there is none. */
export async function readPicture(picture: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(picture);
  const pixels = pixelsOf(bitmap);
  bitmap.close();
  return jsQR(pixels.data, pixels.width, pixels.height)?.data ?? readBars(greyOf(pixels));
}

function pixelsOf(bitmap: ImageBitmap): ImageData {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  // A transparent picture would otherwise be black on black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
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
