import { BEHIND, TABS } from './shared/platform/pages';
import theme from './theme.json';

// What WeChat draws itself follows the phone's theme by the names in theme.json. A browser has them from theme.scss.
const ofTheme = (name: keyof typeof theme.light) => (process.env.TARO_ENV === 'weapp' ? `@${name}` : theme.light[name]);

/** WeChat takes no SVG here; in a browser it is a seventh of the bytes. */
const KIND = process.env.TARO_ENV === 'weapp' ? 'png' : 'svg';
const icons = (name: string) => ({ iconPath: `assets/tab-${name}.${KIND}`, selectedIconPath: `assets/tab-${name}-on.${KIND}` });

export default defineAppConfig({
  pages: [...TABS, 'log-in'].map((page) => `pages/${page}/index`),
  subPackages: Object.entries(BEHIND).map(([area, { pages }]) => ({
    root: `pages/${area}`,
    pages: pages.map((page) => `${page}/index`),
  })),
  preloadRule: Object.fromEntries(
    Object.entries(BEHIND)
      .filter(([, { tab }]) => tab !== null)
      .map(([area, { tab }]) => [`pages/${tab}/index`, { network: 'all', packages: [`pages/${area}`] }]),
  ),
  darkmode: true,
  themeLocation: 'theme.json',
  // WeChat's privacy interfaces are asked for only after the person has agreed.
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
  window: {
    backgroundTextStyle: ofTheme('pull'),
    backgroundColor: ofTheme('ground'),
    navigationBarBackgroundColor: ofTheme('bar'),
    navigationBarTitleText: '共济',
    navigationBarTextStyle: ofTheme('barText'),
  },
  tabBar: {
    color: ofTheme('tabText'),
    selectedColor: ofTheme('tabOn'),
    backgroundColor: ofTheme('tab'),
    // Taro's types know no name of a theme here.
    borderStyle: ofTheme('tabLine') as 'black',
    list: [
      { pagePath: 'pages/insurance-code/index', text: '医保码', ...icons('code') },
      { pagePath: 'pages/relatives/index', text: '亲情账户', ...icons('family') },
      { pagePath: 'pages/premium/index', text: '代缴', ...icons('pay') },
      { pagePath: 'pages/mine/index', text: '我的', ...icons('me') },
    ],
  },
});
