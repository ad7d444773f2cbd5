import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { LOOKS, lookText } from './looks';
import type { Picture } from './picture';

// The kept pictures of a page on one sheet: a row for each state, a column for each look.

export type Rows = ReadonlyMap<string, readonly Picture[]>;

const KEPT = join(__dirname, 'kept');
const pathOf = (page: string): string => join(KEPT, `${page}.png`);
const SIZES = join(KEPT, 'sizes.json');
const GAP = 4;

/** Of each page and state, width and height of each picture, in the order of the looks. */
type Sizes = Readonly<Record<string, PageSizes>>;
type PageSizes = Readonly<Record<string, readonly (readonly [number, number])[]>>;
const readSizes = (): Sizes => (existsSync(SIZES) ? (JSON.parse(readFileSync(SIZES, 'utf8')) as Sizes) : {});

/** Instead of those that were kept of the same pages; a page that is not among `pages` any more goes. */
export const keepSheets = (sheets: ReadonlyMap<string, Rows>, pages: readonly string[]): void => {
  mkdirSync(KEPT, { recursive: true });
  for (const [page, rows] of sheets) writeFileSync(pathOf(page), drawSheet(rows));
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

interface Place {
  readonly state: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where on the sheet each picture is. */
const placesOf = (sizes: PageSizes): Place[] => {
  let y = 0;
  return Object.entries(sizes).flatMap(([state, row]) => {
    let x = 0;
    const places = row.map(([width, height], column) => {
      const place = { state, column, x, y, width, height };
      x += width + GAP;
      return place;
    });
    y += Math.max(0, ...row.map(([, height]) => height)) + GAP;
    return places;
  });
};

const drawSheet = (rows: Rows): Buffer => {
  const places = placesOf(sizesOf(rows));
  const sheet = new PNG({
    width: Math.max(...places.map(({ x, width }) => x + width)),
    height: Math.max(...places.map(({ y, height }) => y + height)),
  });
  for (const { state, column, x, y, width, height } of places) {
    const picture = rows.get(state)?.[column];
    if (picture !== undefined) PNG.bitblt(pngOf(picture), sheet, 0, 0, width, height, x, y);
  }
  return PNG.sync.write(sheet, { colorType: 2, filterType: 0, deflateStrategy: 0 });
};

const pngOf = ({ width, height, pixels }: Picture): PNG => Object.assign(new PNG({ width, height }), { data: pixels });

const readSheet = (page: string, sizes: PageSizes): Rows => {
  const sheet = PNG.sync.read(readFileSync(pathOf(page)));
  const rows = new Map<string, Picture[]>();
  for (const { state, x, y, width, height } of placesOf(sizes)) {
    const picture = new PNG({ width, height });
    PNG.bitblt(sheet, picture, x, y, width, height, 0, 0);
    rows.set(state, [...(rows.get(state) ?? []), { width, height, pixels: picture.data }]);
  }
  return rows;
};

/** Each look that is not as it was kept, in words. */
export const compareSheet = (page: string, rows: Rows): string[] => {
  const sizes = readSizes()[page];
  if (sizes === undefined) return [`${page} has no kept pictures: npm run pictures -- --keep`];
  const kept = readSheet(page, sizes);
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
