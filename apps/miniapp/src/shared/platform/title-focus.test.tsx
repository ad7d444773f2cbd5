import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { Screen } from '../ui/screen';

/** As long as a page takes to slide in, and longer. */
const TURNED_MS = 1000;
const turn = () => act(() => jest.advanceTimersByTime(TURNED_MS));

/** A page as Taro puts it into the document, beside the bar of tabs. */
const show = (title: string) =>
  render(
    <div className="taro_page">
      <Screen title={title} open>
        <button type="button">{`${title}里的按钮`}</button>
      </Screen>
    </div>,
  );
const focusOn = (name: string) => act(() => screen.getByRole('button', { name }).focus());
const focused = () => document.activeElement?.textContent;

beforeEach(() => {
  jest.useFakeTimers();
  // The first page of a launch keeps the browser's own beginning.
  show('我的').unmount();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the focus on a page that comes to the front', () => {
  it('goes to its title', () => {
    show('登录');
    turn();
    expect(focused()).toBe('登录');
  });

  it('stays where somebody has tabbed to while the page came', () => {
    show('登录');
    focusOn('登录里的按钮');
    turn();
    expect(focused()).toBe('登录里的按钮');
  });

  it('stays where it was in the page already when the page came', () => {
    render(
      <div className="taro_page">
        <Screen title="登录" open>
          <input autoFocus aria-label="姓名" />
        </Screen>
      </div>,
    );
    turn();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('姓名');
  });

  it('leaves the page before, wherever it was there', () => {
    show('我的');
    focusOn('我的里的按钮');
    show('登录');
    turn();
    expect(focused()).toBe('登录');
  });

  it('stays on the bar of tabs once somebody has tabbed on there', () => {
    render(<button type="button">代缴</button>);
    show('登录');
    focusOn('代缴');
    turn();
    expect(focused()).toBe('代缴');
  });

  it('does not stay on the tab that led there', () => {
    render(<button type="button">代缴</button>);
    focusOn('代缴');
    show('登录');
    turn();
    expect(focused()).toBe('登录');
  });
});
