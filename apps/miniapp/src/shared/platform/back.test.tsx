import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import { holdsBack, useBack, useBackOrEscape, whenNothingHolds } from './back';

/** A browser goes back in its own time; what was closed is gone a moment later. */
const later = () => new Promise((done) => setTimeout(done, 400));
const browserBack = async () => {
  window.history.back();
  await later();
};
const here = () => window.history.state as { readonly idx?: number; readonly within?: boolean } | null;

function Open({ open, onBack }: { readonly open: boolean; readonly onBack: () => void }) {
  useBack(open, onBack);
  return null;
}
const router = jest.fn();
window.addEventListener('popstate', router);

beforeEach(() => {
  window.history.pushState({ idx: 1 }, '', '#/pages/first');
  window.history.pushState({ idx: 2 }, '', '#/pages/second');
  router.mockClear();
});

afterEach(async () => {
  cleanup();
  await later();
});

describe('going back in a browser', () => {
  it('closes what is open, and the router hears nothing; the next time it leaves', async () => {
    const close = jest.fn();
    const { rerender } = render(<Open open onBack={close} />);
    close.mockImplementation(() => rerender(<Open open={false} onBack={close} />));
    await browserBack();
    expect([close.mock.calls.length, router.mock.calls.length, window.location.hash]).toEqual([1, 0, '#/pages/second']);
    await browserBack();
    expect([close.mock.calls.length, router.mock.calls.length, window.location.hash]).toEqual([1, 1, '#/pages/first']);
  });

  it('takes one step after the other, as long as there is one', async () => {
    const step = jest.fn();
    render(<Open open onBack={step} />);
    await browserBack();
    await browserBack();
    expect([step.mock.calls.length, router.mock.calls.length, window.location.hash]).toEqual([2, 0, '#/pages/second']);
  });

  it('takes one step where the page was loaded again within one: the browser kept the entry', async () => {
    window.history.pushState({ idx: 2, within: true }, '');
    const step = jest.fn();
    const { unmount } = render(<Open open onBack={step} />);
    step.mockImplementation(unmount);
    await browserBack();
    expect([step.mock.calls.length, router.mock.calls.length, here()]).toEqual([1, 0, { idx: 2 }]);
    await browserBack();
    expect(window.location.hash).toBe('#/pages/first');
  });

  it('leaves no entry behind where something is closed by its own button', async () => {
    const { unmount } = render(<Open open onBack={jest.fn()} />);
    expect([holdsBack(), here()?.within]).toEqual([true, true]);
    unmount();
    await later();
    expect([holdsBack(), here(), router.mock.calls.length]).toEqual([false, { idx: 2 }, 0]);
    // Forward again leads to the same page, and is no news to the router.
    window.history.forward();
    await later();
    expect(router).not.toHaveBeenCalled();
  });

  it.each([
    ['while something is open', false],
    ['right after something was closed', true],
  ])('lets another page open %s only once the entry is gone', async (_when, isClosed) => {
    const { unmount } = render(<Open open onBack={jest.fn()} />);
    if (isClosed) unmount();
    const opened: unknown[] = [];
    for (const page of ['first', 'second']) whenNothingHolds(() => opened.push([page, here()]));
    expect(opened).toEqual([]);
    await later();
    expect(opened).toEqual([
      ['first', { idx: 2 }],
      ['second', { idx: 2 }],
    ]);
  });

  it('closes what was opened last before what it was opened on', async () => {
    const [form, sheet] = [jest.fn(), jest.fn()];
    const shown = (open: boolean) => [<Open key="form" open onBack={form} />, <Open key="sheet" open={open} onBack={sheet} />];
    const { rerender } = render(shown(true));
    sheet.mockImplementation(() => rerender(shown(false)));
    await browserBack();
    expect([sheet.mock.calls.length, form.mock.calls.length]).toEqual([1, 0]);
    await browserBack();
    expect([sheet.mock.calls.length, form.mock.calls.length, router.mock.calls.length]).toEqual([1, 1, 0]);
  });

  it('is what Escape does with what stands over the page, and no other key', async () => {
    function Over({ onBack }: { readonly onBack: () => void }) {
      useBackOrEscape(onBack);
      return null;
    }
    const close = jest.fn();
    render(<Over onBack={close} />);
    for (const key of ['Enter', 'Escape']) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key }));
      await later();
      expect(close).toHaveBeenCalledTimes(key === 'Escape' ? 1 : 0);
    }
  });

  it('leaves at once where nothing is open', () => {
    const leave = jest.fn();
    whenNothingHolds(leave);
    expect(leave).toHaveBeenCalledTimes(1);
  });
});
