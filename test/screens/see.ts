import { type Look, LOOKS, lookText } from './looks';
import { measure, RULES, violations } from './observe';
import type { StatePhone } from './phone';
import type { Picture } from './picture';
import type { See, Spot } from './walk';

// What is looked at where a page stands in one of its states.

/** WCAG and the national rules for elders: 44 px, and 60 px in 长辈版. */
const LEAST_PX = { usual: 44, elder: 60 };

/** What else is done with each look, such as keeping a picture for people. */
export type Beside = (phone: StatePhone, at: Spot & { readonly look: Look }) => Promise<void>;

/** In every look: a picture; where colours or sizes are other ones, what these could break. */
export const seeLooks =
  (beside?: Beside): See =>
  async (phone, spot) => {
    const found = { violations: [] as string[], controls: [] as string[], pictures: [] as Picture[] };
    let nodes = 0;
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
      await beside?.(phone, { ...spot, look });
    }
    return { nodes, ...found };
  };

/** In WeChat without pictures, since the elements around a page are the host's here; light and dark. */
export const seeInWeChat: See = async (phone) => {
  const light = await violations(phone.tab, RULES.page);
  const { nodes, controls } = await measure(phone.tab, LEAST_PX.usual, '#wx-pages');
  await phone.tab.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(phone.tab, RULES.looks);
  await phone.tab.emulateMedia({ colorScheme: 'light' });
  return { violations: [...light, ...dark.map((one) => `dark: ${one}`)], controls, nodes, pictures: [] };
};

const mark = (look: Look, found: readonly string[]): string[] => found.map((one) => `${lookText(look)}: ${one}`);
