// A font of boxes: one em wide for Chinese, half an em for Latin. Lines break alike on every machine, whatever fonts it has, and letters
// are alike in every version of the browser. Written here because a font editor wants each character by itself, and this one has two.

const EM = 1000;
const [ASCENT, DESCENT] = [880, 120];

/** Glyphs: nothing, blank of half an em, blank of an em, box of half an em, box of an em. */
const WIDTHS = [EM, EM / 2, EM, EM / 2, EM];
const [HALF_BLANK, BLANK, HALF, WHOLE] = [1, 2, 3, 4];

/** First and last character, and the glyph of all between. */
const RANGES: readonly (readonly [number, number, number])[] = [
  [0x20, 0x20, HALF_BLANK],
  [0x21, 0x7e, HALF],
  [0xa0, 0xa0, HALF_BLANK],
  [0xa1, 0x2e7f, HALF],
  [0x2e80, 0x2fff, WHOLE],
  [0x3000, 0x3000, BLANK],
  [0x3001, 0xd7a3, WHOLE],
  [0xf900, 0xfaff, WHOLE],
  [0xff01, 0xffee, WHOLE],
  [0x1f000, 0x3fffd, WHOLE],
];

const u16 = (...values: readonly number[]): Buffer => Buffer.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]));
const u32 = (...values: readonly number[]): Buffer => Buffer.concat(values.map((value) => u16(value >>> 16, value & 0xffff)));

/** A rectangle with a little air around it, so that letters can be told apart. */
const box = (width: number): Buffer => {
  const [left, right, bottom, top] = [60, width - 60, -60, 800];
  return Buffer.concat([
    u16(1, left, bottom & 0xffff, right, top, 3, 0),
    Buffer.from([1, 1, 1, 1]),
    u16(left, 0, right - left, 0, bottom & 0xffff, top - bottom, 0, (bottom - top) & 0xffff),
  ]);
};

const glyphs = (): { readonly glyf: Buffer; readonly loca: Buffer } => {
  const shapes = WIDTHS.map((width, glyph) => (glyph >= HALF ? box(width) : Buffer.alloc(0)));
  const offsets = shapes.reduce<number[]>((all, shape) => [...all, (all[all.length - 1] ?? 0) + shape.length], [0]);
  return { glyf: Buffer.concat(shapes), loca: u32(...offsets) };
};

/** Format 13: ranges of characters that share one glyph. */
const cmap = (): Buffer =>
  Buffer.concat([
    u16(0, 1, 3, 10),
    u32(12),
    u16(13, 0),
    u32(16 + 12 * RANGES.length, 0, RANGES.length),
    ...RANGES.map((range) => u32(...range)),
  ]);

const name = (): Buffer => {
  const texts = [
    [1, 'Blocks'],
    [2, 'Regular'],
    [4, 'Blocks'],
    [6, 'Blocks'],
  ] as const;
  const bytes = texts.map(([, text]) => u16(...Array.from(text, (letter) => letter.charCodeAt(0))));
  let offset = 0;
  const records = texts.map(([id], index) => {
    const length = bytes[index]?.length ?? 0;
    const record = u16(3, 1, 0x409, id, length, offset);
    offset += length;
    return record;
  });
  return Buffer.concat([u16(0, texts.length, 6 + 12 * texts.length), ...records, ...bytes]);
};

const os2 = (): Buffer =>
  Buffer.concat([
    u16(4, EM / 2, 400, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    Buffer.alloc(10),
    u32(0, 0, 0, 0),
    Buffer.from('GJGJ'),
    u16(0x40, 0x20, 0xffff, ASCENT, -DESCENT & 0xffff, 0, ASCENT, DESCENT),
    u32(1, 0),
    u16(500, 700, 0, 0x20, 1),
  ]);

const tables = (): Readonly<Record<string, Buffer>> => {
  const { glyf, loca } = glyphs();
  return {
    'OS/2': os2(),
    cmap: cmap(),
    glyf,
    head: Buffer.concat([
      u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      u16(3, EM),
      Buffer.alloc(16),
      u16(0, -DESCENT & 0xffff, EM, ASCENT, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([u32(0x10000), u16(ASCENT, -DESCENT & 0xffff, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, WIDTHS.length)]),
    hmtx: u16(...WIDTHS.flatMap((width, glyph) => [width, glyph >= HALF ? 60 : 0])),
    loca,
    maxp: Buffer.concat([u32(0x10000), u16(WIDTHS.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: name(),
    post: Buffer.concat([u32(0x30000, 0), u16(0, 0), u32(0, 0, 0, 0, 0)]),
  };
};

const sum = (bytes: Buffer): number => {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
  return total;
};

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

const font = (): Buffer => {
  const parts = Object.entries(tables());
  const power = 2 ** Math.floor(Math.log2(parts.length));
  let offset = 12 + 16 * parts.length;
  const directory = parts.map(([tag, bytes]) => {
    const entry = Buffer.concat([Buffer.from(tag.padEnd(4)), u32(sum(padded(bytes)), offset, bytes.length)]);
    offset += padded(bytes).length;
    return entry;
  });
  const search = u16(parts.length, power * 16, Math.log2(power), parts.length * 16 - power * 16);
  return Buffer.concat([u32(0x10000), search, ...directory, ...parts.map(([, bytes]) => padded(bytes))]);
};

/** The sheet that makes every text one of boxes. */
export const BLOCK_SHEET = `@font-face { font-family: Blocks; font-weight: 1 1000; src: url(data:font/ttf;base64,${font().toString('base64')}) format('truetype'); }
*, *::before, *::after { font-family: Blocks !important; font-synthesis: none !important; }`;
