import Taro from '@tarojs/taro';
import { inFront } from './in-front';
import { inWeChat } from './target';

// Taro names a role differently on each target, and on h5 leaves keyboards to us.

type Attributes = Readonly<Record<string, unknown>>;

export const roleOf = (role: string): Attributes => (inWeChat ? { 'aria-role': role } : { role });

interface FieldName {
  readonly invalid: boolean;
  readonly keyboard: string;
}

/** A field's name; a browser is told as well what is wrong and which keyboard fits. */
export const nameOf = (label: string, { invalid, keyboard }: FieldName): Attributes => ({
  'aria-label': label,
  ...(inWeChat ? {} : { 'aria-invalid': invalid ? 'true' : 'false', inputMode: keyboard }),
});

interface KeyPress {
  readonly key?: string;
  readonly currentTarget?: unknown;
  preventDefault(): void;
}

/** Makes a View a control for fingers, keyboards and screen readers alike. */
export function tappable(onTap: () => void, role = 'button', off = false): Attributes {
  const act = () => {
    if (!off) onTap();
  };
  const shared = { ...roleOf(role), onClick: act, 'aria-disabled': off ? 'true' : 'false' };
  if (inWeChat) return shared;
  const pressed = (event: KeyPress) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  };
  return { ...shared, tabIndex: off ? -1 : 0, onKeyDown: pressed };
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A group in which one moves by the arrow keys, as in the browser's own radio buttons. */
export function arrowKeys(moved: (step: number, group: Element) => void): Attributes {
  if (inWeChat) return {};
  const pressed = (event: KeyPress) => {
    const step = STEPS[event.key ?? ''];
    if (step === undefined) return;
    event.preventDefault();
    moved(step, event.currentTarget as Element);
  };
  return { onKeyDown: pressed };
}

/** In a group that is a single stop for the tab key: whether this element is that stop. */
export const tabStop = (isStop: boolean): Attributes => (inWeChat ? {} : { tabIndex: isStop ? 0 : -1 });

/** Within a row that is wider than the screen, without moving the page. WeChat moves only its own kind of row. */
export function showInRow(id: string): void {
  if (process.env.TARO_ENV !== 'weapp') inFront(id)?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** Moves the eye and the screen reader to an element, by id: to the summary of what is wrong, to a new step. Whoever has gone on by themself meanwhile stays there. */
export function moveTo(id: string): void {
  // Spelt out, so that a browser's first load is without Taro's scrolling.
  if (process.env.TARO_ENV === 'weapp') {
    Taro.nextTick(() => void Taro.pageScrollTo({ selector: `#${id}`, duration: 200 }).catch(() => undefined));
    return;
  }
  const before = document.activeElement;
  // As soon as React has drawn. Taro's nextTick waits for a tenth of a second in a browser: by then the page moved under the next tap.
  void Promise.resolve().then(() => {
    const now = document.activeElement;
    if (now !== before && now !== document.body) return;
    const element = inFront(id);
    // A control keeps its place among those that one tabs to.
    if (element?.hasAttribute('tabindex') === false) element.setAttribute('tabindex', '-1');
    element?.focus();
    element?.scrollIntoView({ block: 'center' });
  });
}

/** To a field, into its first control: typing mends it then. WeChat only moves the page there. */
export function moveToField(id: string): void {
  if (process.env.TARO_ENV === 'weapp') return moveTo(id);
  const field = inFront(id);
  (field?.querySelector<HTMLElement>('input, textarea, [tabindex="0"]') ?? field)?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** What stands over the page keeps the focus as long as it is open, its title first, and gives it back to what opened it. */
export function keepFocus(titleId: string): (() => void) | undefined {
  moveTo(titleId);
  if (process.env.TARO_ENV === 'weapp') return undefined;
  const opener = document.activeElement;
  const moved = ({ target }: FocusEvent) => {
    if ((target as Element).closest('[aria-modal]') === null) moveTo(titleId);
  };
  document.addEventListener('focusin', moved);
  return () => {
    document.removeEventListener('focusin', moved);
    (opener as HTMLElement | null)?.focus();
  };
}

/**
 * On h5 the title of a page that comes to the front takes the focus, so that reading and tabbing begin there; WeChat does it by itself. `before`: what had the
 * focus when the page came. Whoever has tabbed on since is left there: taken away, their next Enter would do nothing.
 */
export function moveToTitle(id: string, before: Element | null): void {
  const title = document.getElementById(id);
  if (title === null || hasTabbedOn(title, before)) return;
  title.setAttribute('tabindex', '-1');
  title.focus({ preventScroll: true });
}

/** Into this page, even while the one above it was on its way out, or to the bar below it; what the page before still holds goes away with it. */
function hasTabbedOn(title: Element, before: Element | null): boolean {
  const now = document.activeElement;
  const page = now?.closest(PAGE);
  if (page) return page === title.closest(PAGE);
  return now !== null && now !== before && now !== document.body;
}
/** Taro's own element around each page. */
const PAGE = '.taro_page';
