import { EVERY_SCREEN } from './every-screen';
import { type Look, LOOKS } from './looks';
import { measure, RULES, violations } from './observe';
import type { StatePhone } from './phone';
import { outOfOrder } from './reading-order';
import { faultOf } from './sheet';

// The checks of pages are seen to fail: each row plants one fault on a page in order.

const [usual] = LOOKS as readonly [Look];
const elder = LOOKS.find((look) => look.elder) ?? usual;

/** `opened`: a phone, once the tests run. */
export const describePlantedFaults = (opened: () => StatePhone): void => {
  let phone: StatePhone;
  beforeAll(() => {
    phone = opened();
  });
  const show = (look: Look) =>
    phone.show('shared-limit', EVERY_SCREEN['shared-limit'], EVERY_SCREEN['shared-limit'].states.ok).then(() => phone.look(look));
  const plant = (css: string) => phone.tab.addStyleTag({ content: css });

  /** What the comparison of pictures says about it. */
  const seenIn = async (css: string): Promise<string | undefined> => {
    await show(usual);
    const before = await phone.picture();
    await plant(css);
    await phone.look(usual);
    return faultOf(before, await phone.picture());
  };

  it.each([
    ['a page that begins 8 px lower', '.screen__body { transform: translateY(8px) }'],
    ['a padding that grew by 4 px', '.card { padding: 22px 16px !important }'],
    ['a missing button', '.button--primary { visibility: hidden }'],
    ['a button in another colour', '.button--primary { background: #b3261e !important }'],
    ['a smaller text', '.muted { font-size: 12px !important }'],
    ['a line that is gone', '.line:nth-child(3) { display: none }'],
  ])('is found in a picture: %s', async (_name, css) => {
    expect(await seenIn(css)).toBeDefined();
  });

  it.each([
    ['the same page again', '.nothing { color: red }'],
    ['another font', '.theme, body { font-family: serif }'],
    ['the rounding of a third of a pixel', '.screen__body { transform: translate(0.3px, 0.3px) }'],
  ])('is not what is seen in a picture of %s', async (_name, css) => {
    expect(await seenIn(css)).toBeUndefined();
  });

  it('is found by axe: a text that is too pale', async () => {
    await show(usual);
    await plant('.muted { color: #b0b8b6 !important }');
    expect(await violations(phone.tab, RULES.looks)).toContainEqual(expect.stringMatching(/^color-contrast/));
  });

  it.each([
    ['a small target', '.button--primary { min-height: 0 !important; height: 36px }', /less than 44/],
    ['something wider than the screen', '.card { width: 500px }', /wider than the screen/],
  ])('is found by measuring: %s', async (_name, css, found) => {
    await show(usual);
    await plant(css);
    const { controls, wide } = await measure(phone.tab, 44);
    expect([...controls, ...wide]).toContainEqual(expect.stringMatching(found));
  });

  it('is found by measuring: a control without a name', async () => {
    await show(usual);
    await phone.tab.evaluate(() => document.querySelector('.button--primary')?.replaceChildren());
    expect((await measure(phone.tab, 44)).controls).toContainEqual(expect.stringMatching(/^has no name/));
  });

  it('is found by measuring: a link that does not look like one', async () => {
    await show(usual);
    await phone.tab.evaluate(() => document.querySelector('.button--primary')?.setAttribute('role', 'link'));
    expect((await measure(phone.tab, 44)).controls).toContainEqual(expect.stringMatching(/^is a link and does not look like one/));
  });

  it.each([
    ['a row from right to left', '.line { flex-direction: row-reverse !important }'],
    ['a card from below to above', '.card { display: flex; flex-direction: column-reverse }'],
    ['a button that is drawn above what it is about', '.button--primary { transform: translateY(-600px) }'],
  ])('is found by its reading order: %s', async (_name, css) => {
    await show(usual);
    await plant(css);
    expect(await outOfOrder(phone.tab)).toContainEqual(expect.stringMatching(/^is drawn before/));
  });

  it('is found by its reading order: a control that takes the focus first', async () => {
    await show(usual);
    await phone.tab.evaluate(() => document.querySelector('.button--primary')?.setAttribute('tabindex', '1'));
    expect(await outOfOrder(phone.tab)).toContainEqual(expect.stringMatching(/^has an order of its own/));
  });

  it('长辈版, as the pictures put it on, is what its switch does', async () => {
    const page = EVERY_SCREEN['insurance-code'];
    const ok = { ...page.states.ok, act: undefined };
    const { act: _act, ...state } = ok;
    await phone.show('insurance-code', page, state);
    await phone.look(elder);
    const put = await phone.tab.evaluate(sizeAndWords);
    await phone.show('insurance-code', page, {
      ...state,
      act: async ({ sees, tap }) => {
        await sees('还剩');
        await tap(/长辈版/);
      },
    });
    expect(await phone.tab.evaluate(sizeAndWords)).toEqual(put);
    // On a short screen as well, where less has room above the code.
    expect(await outOfOrder(phone.tab)).toEqual([]);
  });
};

/** Runs inside of the page. */
const sizeAndWords = () => {
  const page = document.querySelector<HTMLElement>('.theme');
  return [document.documentElement.className, page?.className, page?.innerText];
};
