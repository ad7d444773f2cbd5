import Taro from '@tarojs/taro';
import { type Tab, TABS } from './pages';

/** A number on a tab; none at zero. Only a page with tabs can draw it, and the next one that has tabs draws it then. */
export function badgeTab(tab: Tab, count: number): void {
  const index = TABS.indexOf(tab);
  const drawn = count === 0 ? Taro.removeTabBarBadge({ index }) : Taro.setTabBarBadge({ index, text: count > 99 ? '99+' : String(count) });
  // Not every build gives a promise back.
  void Promise.resolve(drawn).catch(() => undefined);
}
