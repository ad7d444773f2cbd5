import { type Look, LOOKS, lookText } from './looks';
import { measure, RULES, violations } from './observe';
import type { StatePhone } from './phone';
import type { Picture } from './picture';
import { outOfOrder } from './reading-order';
import type { See, Spot } from './walk';

// What is looked at where a page stands in one of its states.

/** WCAG and the national rules for elders: 44 px, and 60 px in 长辈版. */
const leastPx = ({ elder }: Look): number => (elder ? 60 : 44);

/** What else is done with each look, such as keeping a picture for people. */
export type Beside = (phone: StatePhone, at: Spot & { readonly look: Look }) => Promise<void>;

/** In every look: a picture; where colours or sizes are other ones, what these could break. */
export const seeLooks =
  (beside?: Beside): See =>
  async (phone, spot) => {
    const found = { violations: [] as string[], controls: [] as string[], order: [] as string[], pictures: [] as Picture[] };
    let nodes = 0;
    for (const look of LOOKS) {
      await phone.look(look);
      if (look.width === 375)
        found.violations.push(...mark(look, await violations(phone.tab, look.elder || look.dark ? RULES.looks : RULES.all)));
      if (!look.dark) {
        const measures = await measure(phone.tab, leastPx(look));
        nodes = Math.max(nodes, measures.nodes);
        found.controls.push(...mark(look, [...measures.controls, ...measures.wide]));
        found.order.push(...mark(look, await outOfOrder(phone.tab)));
      }
      found.pictures.push(await phone.picture());
      await beside?.(phone, { ...spot, look });
    }
    return { nodes, ...found };
  };

/** Each size and each theme once; a width of its own changes nothing there that it does not in a browser. */
const LOOKS_IN_WECHAT: readonly Look[] = [
  { width: 375, elder: false, dark: false },
  { width: 375, elder: true, dark: true },
];

/** In WeChat without pictures, since the elements around a page are the host's here. */
export const seeInWeChat: See = async (phone) => {
  const found = { violations: [] as string[], controls: [] as string[], order: [] as string[] };
  let nodes = 0;
  for (const look of LOOKS_IN_WECHAT) {
    await phone.look(look);
    const measures = await measure(phone.tab, leastPx(look), '#wx-pages');
    nodes = Math.max(nodes, measures.nodes);
    found.violations.push(...mark(look, await violations(phone.tab, look.dark ? RULES.looks : RULES.page)));
    found.controls.push(...mark(look, measures.controls));
    found.order.push(...mark(look, await outOfOrder(phone.tab, '#wx-pages')));
  }
  return { nodes, ...found, pictures: [] };
};

const mark = (look: Look, found: readonly string[]): string[] => found.map((one) => `${lookText(look)}: ${one}`);
