import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Look, LOOKS, lookText } from './looks';
import { ALIKE_ID, type StatePhone } from './phone';
import type { Beside } from './see';
import type { Walk } from './walk';

// The same pictures for people: with real letters, in full size, on one page to look through.

export const FOLDER = join(__dirname, '../.output/pictures');

const fileOf = (page: string, state: string, look: Look): string =>
  `${page}.${state}.${look.width}${look.elder ? '-elder' : ''}${look.dark ? '-dark' : ''}.jpg`;

export const openContactSheet = (): Beside => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  return async (phone, { page, state, look }) => {
    await asForPeople(phone, look);
    await phone.tab.screenshot({ path: join(FOLDER, fileOf(page, state, look)), type: 'jpeg', quality: 70, scale: 'css' });
    await phone.tab.evaluate(switchSheet, [ALIKE_ID, false] as const);
    // The letters of people leave the page another height.
    await phone.look(look);
  };
};

/** With real letters and colours. */
export const asForPeople = async (phone: StatePhone, look: Look): Promise<void> => {
  await phone.tab.evaluate(switchSheet, [ALIKE_ID, true] as const);
  await phone.look(look);
};

const switchSheet = ([id, disabled]: readonly [string, boolean]): void => {
  const sheet = document.getElementById(id);
  if (sheet instanceof HTMLStyleElement && sheet.sheet) sheet.sheet.disabled = disabled;
};

export const writeContactSheet = (walk: Walk): void => {
  const sections = [...walk].flatMap(([page, seen]) =>
    seen.map(({ state }) => {
      const pictures = LOOKS.map(
        (look) =>
          `<figure><img loading="lazy" src="${fileOf(page, state, look)}" alt=""><figcaption>${lookText(look)}</figcaption></figure>`,
      );
      return `<h2>${page}: ${state}</h2><div>${pictures.join('')}</div>`;
    }),
  );
  writeFileSync(
    join(FOLDER, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Every page in every state</title><style>${STYLE}</style>${sections.join('\n')}`,
  );
};

const STYLE =
  'body{font:14px sans-serif;background:#ddd}div{display:flex;overflow-x:auto;gap:12px}figure{margin:0}img{width:300px;border:1px solid #999}';
