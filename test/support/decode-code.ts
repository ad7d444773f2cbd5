import { BarcodeFormat, BinaryBitmap, DecodeHintType, HybridBinarizer, MultiFormatReader, RGBLuminanceSource } from '@zxing/library';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

// What a scanner reads from a picture of the screen. Two readers that share no code with the drawing.

/** The digits of the QR code somewhere in the picture. */
export const decodeQr = (picture: Buffer): string | undefined => {
  const { data, width, height } = PNG.sync.read(picture);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
};

/** The digits of the Code 128 that fills the picture. */
export const decodeBars = (picture: Buffer): string | undefined => {
  const { data, width, height } = PNG.sync.read(picture);
  const brightness = Uint8ClampedArray.from({ length: width * height }, (_, at) => grey(data, at * 4));
  const reader = new MultiFormatReader();
  reader.setHints(
    new Map<DecodeHintType, unknown>([
      [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.CODE_128]],
      [DecodeHintType.TRY_HARDER, true],
    ]),
  );
  try {
    return reader.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(brightness, width, height)))).getText();
  } catch {
    return undefined;
  }
};

const grey = (data: Buffer, at: number): number => ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) >> 2;
