import type { Browser } from 'playwright-core';
import type { Page } from '../../apps/miniapp/src/shared/platform/pages';
import { launchNpmBrowser } from '../support/browser';
import type { RunningSystem } from '../support/system';
import { openContactSheet, writeContactSheet } from './contact-sheet';
import { SCREENS } from './every-screen';
import { AUTUMN, makePeople } from './made';
import { seeLooks } from './see';
import { startSystemAt } from './start-system-at';
import { inBrowser } from './starts';
import { openStatePhone, type StatePhone } from './phone';
import { describePlantedFaults } from './planted';
import { drawReadmePicture } from './readme-picture';
import { compareSheet, keepSheets } from './sheet';
import { type Seen, type Walk, WALKED, walkAll } from './walk';

// One walk through every page in every state in the browser; what it saw is asked about afterwards, page by page. `npm run pictures`
// makes a contact sheet on the way, or with --keep keeps the pictures that are compared from then on.

const DRAWN = process.env['PICTURES'];
/** A phone draws a page of more only slowly. */
const MOST_NODES = 1000;
/** All states in all looks, on two slow processors. */
const PATIENCE_MS = 20 * 60_000;

let system: RunningSystem | undefined;
let browser: Browser | undefined;
let walk: Walk;
let phone: StatePhone;
beforeAll(async () => {
  system = await startSystemAt(AUTUMN);
  const made = await makePeople(system);
  browser = await launchNpmBrowser();
  const see = seeLooks(DRAWN === 'look' ? openContactSheet() : undefined);
  walk = await walkAll({ browser, start: inBrowser(system.bffUrl), made, see });
  phone = await openStatePhone(browser, inBrowser(system.bffUrl), made);
  if (DRAWN === 'look') {
    writeContactSheet(walk);
    await drawReadmePicture(browser, phone);
  }
  if (DRAWN === 'keep') {
    const sheets = new Map([...walk].map(([page, seen]) => [page, rowsOf(seen)] as const));
    keepSheets(
      sheets,
      SCREENS.map(([page]) => page),
    );
  }
}, PATIENCE_MS);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const rowsOf = (seen: readonly Seen[]) => new Map(seen.map(({ state, pictures }) => [state, pictures]));
const seenOf = (page: Page): readonly Seen[] => walk.get(page) ?? [];
const listed = (page: Page, of: (seen: Seen) => readonly string[]): string[] =>
  seenOf(page).flatMap((seen) => of(seen).map((one) => `${seen.state}: ${one}`));

describe.each(WALKED.map(([page]) => page))('the page %s', (page) => {
  it('comes to each of its states', () => {
    expect(listed(page, ({ faults }) => faults)).toEqual([]);
    expect(seenOf(page).length).toBeGreaterThan(0);
  });

  it('does nothing that axe knows to keep people out, in any state, light, dark and large', () => {
    expect(listed(page, ({ violations }) => violations)).toEqual([]);
  });

  it('has controls that say what they are, large enough for a thumb, and nothing wider than the screen', () => {
    expect(listed(page, ({ controls }) => controls)).toEqual([]);
  });

  it('is read in the order in which it is drawn, from above to below and from left to right', () => {
    expect(listed(page, ({ order }) => order)).toEqual([]);
  });

  it(`has fewer than ${MOST_NODES} nodes`, () => {
    expect(Math.max(...seenOf(page).map(({ nodes }) => nodes))).toBeLessThan(MOST_NODES);
  });

  it('looks as it was kept', () => {
    expect(compareSheet(page, rowsOf(seenOf(page)))).toEqual([]);
  });
});

describe('a planted fault', () => {
  describePlantedFaults(() => phone);
});
