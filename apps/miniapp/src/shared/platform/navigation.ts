import Taro from '@tarojs/taro';
import { holdsBack, whenNothingHolds } from './back';
import { BEHIND, type Page, type Tab, TABS } from './pages';
import { inWeChat } from './target';

type Query = Readonly<Record<string, string>>;

const folders = new Map<Page, string>(
  Object.entries(BEHIND).flatMap(([area, { pages }]) => pages.map((page) => [page, `${area}/${page}`] as const)),
);

const address = (page: Page, query: Query = {}): string => {
  const pairs = Object.keys(query).map((name) => `${name}=${encodeURIComponent(query[name] ?? '')}`);
  return `/pages/${folders.get(page) ?? page}/index${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
};

/** A page as a link that another phone can open: in WeChat too it leads to the browser version, since a page of a mini program has no address of its own. */
export const linkTo = (page: Page, query?: Query): string =>
  `${inWeChat ? `${BFF_ADDRESS}/` : window.location.href.split('#')[0]}#${address(page, query)}`;

/** A page within the mini program, for sharing it in WeChat. */
export const pagePath = address;

const isTab = (page: Page): page is Tab => (TABS as readonly string[]).includes(page);

export function goTo(page: Page, query?: Query): void {
  whenNothingHolds(() => void (isTab(page) ? Taro.switchTab({ url: address(page) }) : Taro.navigateTo({ url: address(page, query) })));
}

/** Leaves no way back to the page it replaces: after a write, going back must not offer it again. */
export function replaceBy(page: Page, query?: Query): void {
  whenNothingHolds(() => void (isTab(page) ? Taro.switchTab({ url: address(page) }) : Taro.redirectTo({ url: address(page, query) })));
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
