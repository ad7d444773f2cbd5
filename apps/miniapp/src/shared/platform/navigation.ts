import Taro from '@tarojs/taro';
import { NOT_OPENED } from '@gongji/texts';
import { say } from '../text/say';
import { holdsBack, whenNothingHolds } from './back';
import { BEHIND, type Page, type Tab, TABS } from './pages';
import { queryText } from './query-text';
import { inWeChat } from './target';

type Query = Readonly<Record<string, string>>;

const folders = new Map<Page, string>(
  Object.entries(BEHIND).flatMap(([area, { pages }]) => pages.map((page) => [page, `${area}/${page}`] as const)),
);

const address = (page: Page, query?: Query): string => `/pages/${folders.get(page) ?? page}/index${queryText(query)}`;

/** A page as a link that another phone can open: in WeChat too it leads to the browser version, since a page of a mini program has no address of its own. */
export const linkTo = (page: Page, query?: Query): string =>
  `${inWeChat ? `${BFF_ADDRESS}/` : window.location.href.split('#')[0]}#${address(page, query)}`;

/** A page within the mini program, for sharing it in WeChat. */
export const pagePath = address;

const isTab = (page: Page): page is Tab => (TABS as readonly string[]).includes(page);

export function goTo(page: Page, query?: Query): void {
  whenNothingHolds(() => void (isTab(page) ? Taro.switchTab({ url: address(page) }) : openOver(address(page, query))));
}

/** Leaves no way back to the page it replaces: after a write, going back must not offer it again. Where the wanted one lies beneath, that is gone back to. */
export function replaceBy(page: Page, query: Query = {}): void {
  whenNothingHolds(() => {
    if (isTab(page)) void Taro.switchTab({ url: address(page) });
    else if (liesBeneath(page, query)) void Taro.navigateBack();
    else openInstead(address(page, query));
  });
}

/** WeChat keeps no more pages open. */
const MOST_OPEN = 10;
/** The address on its way. */
let going: string | undefined;

/** Once, though tapped twice before the page is there. A browser shows the address from the first tap on. */
function openOver(url: string): void {
  if (process.env.TARO_ENV === 'weapp') void openInWeChat(url);
  else if (window.location.hash !== `#${url}`) void Taro.navigateTo({ url });
}

async function openInWeChat(url: string): Promise<void> {
  if (url === going) return;
  going = url;
  await Taro.navigateTo({ url }).catch(() => (Taro.getCurrentPages().length < MOST_OPEN ? sayNotOpened() : openInstead(url)));
  going = undefined;
}

function openInstead(url: string): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.redirectTo({ url }).catch(sayNotOpened);
  else void Taro.redirectTo({ url });
}

/** In WeChat, which fetches a page's code now. The browser version has a page of its own for that, and its first load is without Taro's pop-ups. */
function sayNotOpened(): void {
  if (process.env.TARO_ENV === 'weapp')
    void Taro.showModal({ title: say(NOT_OPENED.title), content: say(NOT_OPENED.text), showCancel: false });
}

interface Open {
  readonly route?: string;
  readonly $taroParams?: Query;
}

function liesBeneath(page: Page, query: Query): boolean {
  const [beneath] = Taro.getCurrentPages().slice(-2, -1) as readonly Open[];
  // A browser's begins with a slash.
  if (!beneath?.route?.endsWith(address(page).slice(1))) return false;
  return Object.keys(query).every((name) => beneath.$taroParams?.[name] === query[name]);
}

export function startOverAt(page: Page, query?: Query): void {
  whenNothingHolds(() => void Taro.reLaunch({ url: address(page, query) }));
}

/** Back, or to a tab where this page was opened by a link; first out of what holds the way back. */
export function goBack(otherwise: Tab = 'insurance-code'): void {
  if (process.env.TARO_ENV !== 'weapp' && holdsBack()) window.history.back();
  else if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goTo(otherwise);
}
