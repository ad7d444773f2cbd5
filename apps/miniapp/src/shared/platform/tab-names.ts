import { WORDS } from '@gongji/texts';
import Taro from '@tarojs/taro';
import { say, speaksEnglish } from '../text/say';
import { TABS } from './pages';
import { inWeChat } from './target';

// The names outside of our pages are Chinese in Taro's configuration; these are for a phone that speaks English, and for who listens.

/** Which language the tabs speak: at a launch that of the configuration. */
let english = false;

/** The tab bar says what it is and the browser which language is read, and on a phone that speaks English the tabs do. `shown`: WeChat renames no bar that is not there. */
export function nameTabs(shown: boolean): void {
  if (!inWeChat) nameOutside();
  if (!shown || speaksEnglish() === english) return;
  english = speaksEnglish();
  for (const [index, tab] of TABS.entries()) void Taro.setTabBarItem({ index, text: say(WORDS.tab[tab]) }).catch(() => undefined);
}

function nameOutside(): void {
  const bar = document.querySelector('taro-tabbar');
  bar?.setAttribute('role', 'navigation');
  bar?.setAttribute('aria-label', say(WORDS.tabs));
  document.documentElement.lang = speaksEnglish() ? 'en' : 'zh-CN';
}

/** A browser's page draws its title itself. */
export function nameWeChatPage(title: string): void {
  if (inWeChat && speaksEnglish()) void Taro.setNavigationBarTitle({ title }).catch(() => undefined);
}
