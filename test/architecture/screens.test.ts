import { BEHIND, TABS } from '../../apps/miniapp/src/shared/platform/pages';
import { SCREENS } from '../screens/every-screen';
import { isNever, type Screen, USUAL_STATES } from '../screens/screen';

// Reads the list and opens nothing: it is quick, and says what a new page lacks before any picture is taken.

const PAGES = ['log-in', ...TABS, ...Object.values(BEHIND).flatMap(({ pages }) => pages)];

const lacking = (pages: readonly string[], screens: readonly (readonly [string, Screen])[]): string[] =>
  pages.flatMap((page) => {
    const states = screens.find(([name]) => name === page)?.[1].states;
    if (states === undefined) return [`${page} is not in the list`];
    return [...USUAL_STATES, ...Object.keys(states)].flatMap((name) => {
      const state = states[name];
      if (state === undefined) return [`${page}: how does it look when ${name}?`];
      return isNever(state) && state.never.length < 10 ? [`${page}: why is it never ${name}?`] : [];
    });
  });

describe('the list of what is looked at', () => {
  it('has every page, in every usual state or with the reason why not', () => {
    expect(lacking(PAGES, SCREENS)).toEqual([]);
  });

  it('has no page that is gone', () => {
    expect(SCREENS.map(([page]) => page).filter((page) => !PAGES.includes(page))).toEqual([]);
  });
});

describe('a planted fault is found', () => {
  const mine = SCREENS.find(([page]) => page === 'mine')?.[1];
  if (mine === undefined) throw new Error('the list lacks a tab');
  const { empty: _empty, ...others } = mine.states;

  it.each([
    ['a new page', 'complaint', mine, 'complaint is not in the list'],
    ['a state that nobody thought of', 'mine', { ...mine, states: others }, 'mine: how does it look when empty?'],
    ['a state without a reason', 'mine', { ...mine, states: { ...others, empty: { never: '' } } }, 'mine: why is it never empty?'],
  ])('%s', (_name, page, planted, found) => {
    expect(lacking([page], [['mine', planted as Screen]])).toContain(found);
  });
});
