import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Page } from '../../apps/miniapp/src/shared/platform/pages';
import { asForPeople, FOLDER } from './contact-sheet';
import { EVERY_SCREEN } from './every-screen';
import type { Look } from './looks';
import type { StatePhone } from './phone';
import type { Screen, State } from './screen';

// The picture at the top of the README: docs/screens.png is a copy of it.

interface Shot {
  readonly page: Page;
  readonly state?: Partial<State>;
  readonly elder?: boolean;
  readonly dark?: boolean;
}

const SHOTS: readonly Shot[] = [
  { page: 'insurance-code' },
  { page: 'relatives', state: { as: 'sister', sees: /^王/ } },
  { page: 'premium-check' },
  { page: 'mine' },
  { page: 'insurance-code', elder: true },
  { page: 'premium', dark: true },
];

const HEIGHT = 780;

export const drawReadmePicture = async (browser: Browser, phone: StatePhone): Promise<void> => {
  const pictures: string[] = [];
  for (const shot of SHOTS) pictures.push((await take(phone, shot)).toString('base64'));
  const paper = await browser.newPage({ viewport: { width: 1728, height: 400 } });
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('');
  await paper.setContent(`<!doctype html><style>${STYLE}</style>${images}`, { waitUntil: 'load' });
  writeFileSync(join(FOLDER, 'readme.png'), await paper.screenshot({ fullPage: true }));
  await paper.close();
};

const take = async (phone: StatePhone, { page, state, elder = false, dark = false }: Shot): Promise<Buffer> => {
  const screen: Screen = EVERY_SCREEN[page];
  const look: Look = { width: 375, elder, dark };
  await phone.show(page, screen, { ...screen.states.ok, ...state });
  await asForPeople(phone, look);
  await phone.tab.setViewportSize({ width: look.width, height: HEIGHT });
  return phone.tab.screenshot({ scale: 'device' });
};

const STYLE = `body { display: flex; align-items: flex-start; gap: 16px; margin: 0; padding: 16px; background: #e9eeed }
img { width: 269px; border-radius: 14px; box-shadow: 0 1px 5px #17211f33 }`;
