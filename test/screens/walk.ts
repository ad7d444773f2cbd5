import type { Browser } from 'playwright-core';
import type { Page } from '../../apps/miniapp/src/shared/platform/pages';
import { SCREENS } from './every-screen';
import type { Made } from './made';
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
  /** What is read at another place than where it is drawn. */
  readonly order: readonly string[];
  readonly nodes: number;
  readonly pictures: readonly Picture[];
}

export type Walk = ReadonlyMap<Page, readonly Seen[]>;

export interface Spot {
  readonly page: Page;
  readonly state: string;
}
/** Looks at what the phone shows. */
export type See = (phone: StatePhone, spot: Spot) => Promise<Omit<Seen, 'state' | 'faults'>>;

/** Some of the pages, by name, where somebody works on those: PAGES=mine,devices. */
const CHOSEN = process.env['PAGES']?.split(',');
export const WALKED = SCREENS.filter(([page]) => CHOSEN === undefined || CHOSEN.includes(page));

interface Walking {
  readonly browser: Browser;
  readonly start: Start;
  readonly made: Made;
  readonly see: See;
}

/** Two phones side by side: a browser's work is that of one processor. */
export const walkAll = async (walking: Walking): Promise<Walk> => {
  const waiting = [...WALKED];
  const walk = new Map<Page, readonly Seen[]>();
  const lane = async () => {
    const phone = await openStatePhone(walking.browser, walking.start, walking.made);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) walk.set(next[0], await walkPage(phone, next, walking));
    await phone.close();
  };
  await Promise.all([lane(), lane()]);
  return walk;
};

const walkPage = async (phone: StatePhone, [page, screen]: readonly [Page, Screen], { see }: Walking): Promise<readonly Seen[]> => {
  const seen: Seen[] = [];
  for (const [name, state] of Object.entries(screen.states)) {
    if (isNever(state)) continue;
    seen.push(await seeState(phone, { page, screen, name, state }, see));
  }
  return seen;
};

interface At {
  readonly page: Page;
  readonly screen: Screen;
  readonly name: string;
  readonly state: State;
}

const seeState = async (phone: StatePhone, { page, screen, name, state }: At, see: See): Promise<Seen> => {
  try {
    await phone.show(page, screen, state);
    const found = await see(phone, { page, state: name });
    return { state: name, faults: phone.faults(), ...found };
  } catch (error) {
    const reason = String(error).replace(/\s+/g, ' ').slice(0, 300);
    return { state: name, faults: [`could not be looked at: ${reason}`, ...phone.faults()], ...NOTHING };
  }
};

const NOTHING = { violations: [], controls: [], order: [], nodes: 0, pictures: [] };
