import type { Browser } from 'playwright-core';
import type { Page } from '../../apps/miniapp/src/shared/platform/pages';
import { SCREENS } from './every-screen';
import { type Look, LOOKS, lookText } from './looks';
import type { Made } from './made';
import { measure, RULES, violations } from './observe';
import { openStatePhone, type Start, type StatePhone } from './phone';
import type { Picture } from './picture';
import { isNever, type Screen, type State } from './screen';

// Through every page in every state, once, looking at everything there is to look at on the way.

export interface Seen {
  readonly state: string;
  /** Why it could not be looked at, or what went wrong in the program meanwhile. */
  readonly faults: readonly string[];
  readonly violations: readonly string[];
  readonly controls: readonly string[];
  readonly nodes: number;
  readonly pictures: readonly Picture[];
}

/** WCAG and the national rules for elders: 44 px, and 60 px in 长辈版. */
const LEAST_PX = { usual: 44, elder: 60 };

export type Walk = ReadonlyMap<Page, readonly Seen[]>;

/** What else is done with each look, such as keeping a picture for people. */
export type Beside = (phone: StatePhone, at: { readonly page: Page; readonly state: string; readonly look: Look }) => Promise<void>;

/** Some of the pages, by name, where somebody works on those: PAGES=mine,devices. */
const CHOSEN = process.env['PAGES']?.split(',');
export const WALKED = SCREENS.filter(([page]) => CHOSEN === undefined || CHOSEN.includes(page));

export const walkAll = async (browser: Browser, start: Start, made: Made, beside?: Beside): Promise<Walk> => {
  const waiting = [...WALKED];
  const walk = new Map<Page, readonly Seen[]>();
  const lane = async () => {
    const phone = await openStatePhone(browser, start, made);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [page, screen] = next;
      walk.set(page, await walkPage(phone, page, screen, beside));
    }
    await phone.close();
  };
  await Promise.all([lane(), lane()]);
  return walk;
};

const walkPage = async (phone: StatePhone, page: Page, screen: Screen, beside: Beside | undefined): Promise<readonly Seen[]> => {
  const seen: Seen[] = [];
  for (const [name, state] of Object.entries(screen.states))
    if (!isNever(state)) seen.push(await seeState(phone, { page, screen, name, state, beside }));
  return seen;
};

interface At {
  readonly page: Page;
  readonly screen: Screen;
  readonly name: string;
  readonly state: State;
  readonly beside: Beside | undefined;
}

const seeState = async (phone: StatePhone, { page, screen, name, state, beside }: At): Promise<Seen> => {
  const found = { violations: [] as string[], controls: [] as string[], pictures: [] as Picture[] };
  let nodes = 0;
  try {
    await phone.show(page, screen, state);
    for (const look of LOOKS) {
      await phone.look(look);
      if (look.width === 375)
        found.violations.push(...mark(look, await violations(phone.tab, look.elder || look.dark ? RULES.looks : RULES.all)));
      if (!look.dark) {
        const measures = await measure(phone.tab, look.elder ? LEAST_PX.elder : LEAST_PX.usual);
        nodes = Math.max(nodes, measures.nodes);
        found.controls.push(...mark(look, [...measures.controls, ...measures.wide]));
      }
      found.pictures.push(await phone.picture());
      await beside?.(phone, { page, state: name, look });
    }
    return { state: name, faults: phone.faults(), nodes, ...found };
  } catch (error) {
    const reason = String(error).replace(/\s+/g, ' ').slice(0, 300);
    return { state: name, faults: [`could not be looked at: ${reason}`, ...phone.faults()], nodes, ...found };
  }
};

const mark = (look: Look, found: readonly string[]): string[] => found.map((one) => `${lookText(look)}: ${one}`);
