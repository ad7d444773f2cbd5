// Draws src/assets/tab-*: .svg for browsers, which fetch them before they show anything, and .png (81×81, the size WeChat asks for) with a
// local Chromium. Run by hand after a change: node scripts/draw-tab-icons.mjs
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';

const assets = path.resolve(import.meta.dirname, '../src/assets');
const SIDE = 81;
/** Halfway between the two themes: at least 3:1 on the bar of each. */
const COLOURS = { '': '#76847f', '-on': '#12907f' };
const PATHS = {
  code: 'M4 4h6v6H4z M14 4h6v6h-6z M4 14h6v6H4z M14 14h2.5v2.5H14z M20 14v2.5 M14 20h2.5 M20 20h-.01',
  family:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M3.5 19c.5-3.2 2.6-5 5.5-5s5 1.8 5.5 5 M16 5.6a2.8 2.8 0 0 1 0 5.2 M17.2 14.2c2 .6 3.1 2.3 3.4 4.8',
  pay: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M8.8 7.5 12 12l3.2-4.5 M12 12v5 M9.2 12.4h5.6 M9.2 14.8h5.6',
  me: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4.5 20.5c.7-4 3.4-6.3 7.5-6.3s6.8 2.3 7.5 6.3',
};

const picture = (path, colour) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="-1.5 -1.5 27 27" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>\n`;

/** One colour everywhere and only the strength differs: half the bytes. */
const smaller = (screenshot, colour) => {
  const { width, height, data } = PNG.sync.read(screenshot);
  for (let pixel = 0; pixel < data.length; pixel += 4) data.write(colour.slice(1), pixel, 'hex');
  return PNG.sync.write({ width, height, data }, { deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
for (const [name, outline] of Object.entries(PATHS)) {
  for (const [suffix, colour] of Object.entries(COLOURS)) {
    await writeFile(path.join(assets, `tab-${name}${suffix}.svg`), picture(outline, colour));
    await page.setContent(`<body style="margin:0">${picture(outline, colour)}`);
    await writeFile(path.join(assets, `tab-${name}${suffix}.png`), smaller(await page.screenshot({ omitBackground: true }), colour));
  }
}
await browser.close();
