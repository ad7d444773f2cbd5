import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import type { Weight } from './marks';

const FILES: Readonly<Record<Weight, string>> = {
  regular: '400Regular/NotoSansSC_400Regular.ttf',
  bold: '700Bold/NotoSansSC_700Bold.ttf',
};

/** Noto Sans SC: every character of 《通用规范汉字表》, and more. */
export interface Typeface {
  readonly path: string;
  readonly bytes: Buffer;
  readonly widthOf: (text: string, size: number) => number;
  /** The text with every character that the face lacks named by its code point: 〔U+20BB7〕 can be looked up, an empty box cannot. */
  readonly legible: (text: string) => string;
}

export type Typefaces = Readonly<Record<Weight, Typeface>>;

export const openTypefaces = (): Typefaces => ({ regular: openTypeface('regular'), bold: openTypeface('bold') });

function openTypeface(weight: Weight): Typeface {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const path = join(folder, FILES[weight]);
  const bytes = readFileSync(path);
  const font = create(bytes) as Font;
  const advances = new Map<number, number>();
  const advanceOf = (character: string): number => {
    const point = character.codePointAt(0) ?? 0;
    const known = advances.get(point) ?? font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm;
    advances.set(point, known);
    return known;
  };
  return {
    path,
    bytes,
    widthOf: (text, size) => Array.from(text).reduce((sum, character) => sum + advanceOf(character) * size, 0),
    legible: (text) =>
      Array.from(text, (character) => (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : named(character))).join(''),
  };
}

const named = (character: string): string => `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
