import { BEHIND, TABS } from './shared/platform/pages';

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
    Object.entries(BEHIND).map(([area, { tab }]) => [`pages/${tab}/index`, { network: 'all', packages: [`pages/${area}`] }]),
  ),
  lazyCodeLoading: 'requiredComponents',
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#f4f7f6',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTitleText: '共济',
    navigationBarTextStyle: 'black',
  },
  tabBar: {
    color: '#52605e',
    selectedColor: '#0a6b5e',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/insurance-code/index', text: '医保码', ...icons('code') },
      { pagePath: 'pages/relatives/index', text: '亲情账户', ...icons('family') },
      { pagePath: 'pages/premium/index', text: '代缴', ...icons('pay') },
      { pagePath: 'pages/mine/index', text: '我的', ...icons('me') },
    ],
  },
});
