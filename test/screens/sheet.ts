import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import pixelmatch from 'pixelmatch';
import { LOOKS, lookText } from './looks';
import type { Picture } from './picture';

// The kept pictures of a page: the colours of all of them one after the other, packed together, because they are nearly the same. As a
// PNG each, they would take four times the room.

export type Rows = ReadonlyMap<string, readonly Picture[]>;

const KEPT = join(__dirname, 'kept');
const pathOf = (page: string): string => join(KEPT, `${page}.br`);
const SIZES = join(KEPT, 'sizes.json');

/** Of each page and state, width and height of each picture, in the order of the looks. */
type Sizes = Readonly<Record<string, Readonly<Record<string, readonly (readonly [number, number])[]>>>>;
type PageSizes = Sizes[string];
const readSizes = (): Sizes => (existsSync(SIZES) ? (JSON.parse(readFileSync(SIZES, 'utf8')) as Sizes) : {});

/** Instead of those that were kept of the same pages; a page that is not among `pages` any more goes. */
export const keepSheets = (sheets: ReadonlyMap<string, Rows>, pages: readonly string[]): void => {
  mkdirSync(KEPT, { recursive: true });
  for (const [page, rows] of sheets) writeFileSync(pathOf(page), pack(rows));
  const now = Object.fromEntries([...sheets].map(([page, rows]) => [page, sizesOf(rows)]));
  const sizes = Object.entries({ ...readSizes(), ...now }).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [page] of sizes) if (!pages.includes(page)) rmSync(pathOf(page), { force: true });
  const lines = sizes
    .filter(([page]) => pages.includes(page))
    .map(([page, states]) => `${JSON.stringify(page)}: ${JSON.stringify(states)}`);
  writeFileSync(SIZES, `{\n${lines.join(',\n')}\n}\n`);
};

const sizesOf = (rows: Rows): PageSizes =>
  Object.fromEntries([...rows].map(([state, row]) => [state, row.map(({ width, height }) => [width, height] as const)]));

const PACKING = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
};

const pack = (rows: Rows): Buffer =>
  brotliCompressSync(Buffer.concat([...rows.values()].flat().map(({ pixels }) => withoutAlpha(pixels))), PACKING);

const withoutAlpha = (pixels: Buffer): Buffer => {
  const colours = Buffer.alloc((pixels.length / 4) * 3);
  for (let pixel = 0; pixel * 4 < pixels.length; pixel++) pixels.copy(colours, pixel * 3, pixel * 4, pixel * 4 + 3);
  return colours;
};

const unpack = (page: string, sizes: PageSizes): Rows => {
  const colours = brotliDecompressSync(readFileSync(pathOf(page)));
  let at = 0;
  const next = (width: number, height: number): Picture => {
    const pixels = Buffer.alloc(width * height * 4, 255);
    for (let pixel = 0; pixel < width * height; pixel++) colours.copy(pixels, pixel * 4, at + pixel * 3, at + pixel * 3 + 3);
    at += width * height * 3;
    return { width, height, pixels };
  };
  return new Map(Object.entries(sizes).map(([state, row]) => [state, row.map(([width, height]) => next(width, height))]));
};

/** Each look that is not as it was kept, in words. Where nothing was kept on this machine there is nothing to compare with. */
export const compareSheet = (page: string, rows: Rows): string[] => {
  if (!existsSync(SIZES)) return [];
  const sizes = readSizes()[page];
  if (sizes === undefined) return [`${page} has no kept pictures: npm run pictures -- --keep`];
  const kept = unpack(page, sizes);
  const gone = Object.keys(sizes).filter((state) => !rows.has(state));
  const changed = [...rows].flatMap(([state, row]) =>
    LOOKS.flatMap((look, column) => {
      const now = row[column];
      const fault = now === undefined ? 'was not taken' : faultOf(kept.get(state)?.[column], now);
      return fault === undefined ? [] : [`${state}, ${lookText(look)}: ${fault}`];
    }),
  );
  return [...gone.map((state) => `${state} was kept and is not looked at any more`), ...changed];
};

/** How different one pixel may be, from 0 to 1, before it counts: edges of boxes are drawn a little differently by each version of the browser. */
const TOLERANCE = 0.12;
/** So many pixels may count. */
const MOST = 12;

export const faultOf = (kept: Picture | undefined, now: Picture): string | undefined => {
  if (kept === undefined) return 'has not been kept: npm run pictures -- --keep';
  if (kept.width !== now.width || Math.abs(kept.height - now.height) > 1)
    return `is ${now.width}×${now.height} and was ${kept.width}×${kept.height}`;
  const height = Math.min(kept.height, now.height);
  const size = now.width * height * 4;
  const count = pixelmatch(kept.pixels.subarray(0, size), now.pixels.subarray(0, size), undefined, now.width, height, {
    threshold: TOLERANCE,
    includeAA: true,
  });
  return count > MOST ? `${count} of ${now.width * height} pixels are other ones` : undefined;
};
