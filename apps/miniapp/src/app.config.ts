import { BEHIND, TABS } from './shared/platform/pages';

export default defineAppConfig({
  pages: [...TABS, 'log-in'].map((page) => `pages/${page}/index`),
  subPackages: Object.entries(BEHIND).map(([area, { pages }]) => ({
    root: `pages/${area}`,
    pages: pages.map((page) => `${page}/index`),
  })),
  preloadRule: Object.fromEntries(
    Object.entries(BEHIND).map(([area, { tab }]) => [`pages/${tab}/index`, { network: 'all', packages: [`pages/${area}`] }]),
  ),
  // WeChat's privacy interfaces are asked for only after the person has agreed.
  __usePrivacyCheck__: true,
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
      {
        pagePath: 'pages/insurance-code/index',
        text: '医保码',
        iconPath: 'assets/tab-code.png',
        selectedIconPath: 'assets/tab-code-on.png',
      },
      {
        pagePath: 'pages/relatives/index',
        text: '亲情账户',
        iconPath: 'assets/tab-family.png',
        selectedIconPath: 'assets/tab-family-on.png',
      },
      { pagePath: 'pages/premium/index', text: '代缴', iconPath: 'assets/tab-pay.png', selectedIconPath: 'assets/tab-pay-on.png' },
      { pagePath: 'pages/mine/index', text: '我的', iconPath: 'assets/tab-me.png', selectedIconPath: 'assets/tab-me-on.png' },
    ],
  },
});
