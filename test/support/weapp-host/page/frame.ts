import type { AppConfig, TabConfig, Theme, WindowConfig } from '../weapp';

// What WeChat draws around a page: the navigation bar above, the tab bar below.

const STYLE = `
html,body{margin:0;height:100%}
body{display:flex;flex-direction:column;font-family:-apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;font-size:16px}
#wx-nav{min-height:44px;line-height:44px;text-align:center;position:relative;font-weight:600;flex:none}
#wx-nav button{position:absolute;left:8px;top:8px;height:28px}
#wx-pages{flex:1;overflow:auto;position:relative}
#wx-tabs{display:flex;flex:none;border-top:1px solid #ddd}#wx-tabs[hidden]{display:none}
#wx-tabs button{flex:1;height:50px;border:0;background:none;font-size:14px}
page{display:block;min-height:100%}page[hidden]{display:none}
wx-view,wx-form,wx-label,wx-swiper,wx-swiper-item,wx-radio-group,wx-checkbox-group,wx-scroll-view,wx-picker,wx-cover-view,wx-navigator{display:block}
wx-text{white-space:pre-wrap}wx-image{display:inline-block;width:320px;height:240px;overflow:hidden}wx-image>img{width:100%;height:100%}
wx-button{display:block;text-align:center;box-sizing:border-box;padding:0 14px;line-height:2.55555556;border-radius:5px;font-size:18px}
wx-button{background:#f8f8f8;cursor:pointer;user-select:none}wx-button[disabled]{opacity:.4}
wx-canvas{display:block;width:300px;height:150px;position:relative}wx-canvas>canvas{width:100%;height:100%;display:block}
wx-input{display:block;min-height:1.4em}wx-input>input,wx-textarea>textarea{width:100%;height:100%;border:0;outline:0;background:none}
wx-input>input,wx-textarea>textarea{font:inherit;color:inherit;padding:0;box-sizing:border-box}wx-scroll-view{overflow:auto}
wx-switch{display:inline-block;width:52px;height:32px;border-radius:16px;background:#dfdfdf;position:relative}
wx-switch[aria-checked=true]{background:#04be02}
wx-switch::after{content:'';position:absolute;left:1px;top:1px;width:30px;height:30px;border-radius:15px;background:#fff}
wx-switch[aria-checked=true]::after{left:21px}
#wx-toast{position:fixed;left:50%;top:40%;transform:translateX(-50%);background:#333;color:#fff;padding:12px 20px;border-radius:6px}
#wx-modal{position:fixed;inset:0;background:#0008;display:flex;align-items:center;justify-content:center}
#wx-modal>div{background:#fff;padding:20px;border-radius:8px;width:280px}`;

interface Shown {
  readonly path: string;
  readonly config: WindowConfig;
  readonly title: string | undefined;
  readonly canGoBack: boolean;
}

export interface Frame {
  readonly pages: HTMLElement;
  /** A sheet that holds while its page is in front. */
  addStyle(path: string, css: string): HTMLStyleElement;
  show(shown: Shown): void;
  onBack(back: () => void): void;
  onTab(choose: (path: string) => void): void;
}

const element = (tag: string, id: string): HTMLElement => Object.assign(document.createElement(tag), { id });

/** As WeChat does it: a name that starts with @ is looked up in the half of theme.json that the phone is in. */
const lookUp =
  (theme: Theme | undefined) =>
  (value: string | undefined): string | undefined =>
    value?.startsWith('@') ? theme?.[matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'][value.slice(1)] : value;

export const drawFrame = (app: AppConfig, theme?: Theme): Frame => {
  const named = lookUp(theme);
  const [nav, pages, tabs] = [element('header', 'wx-nav'), element('div', 'wx-pages'), element('nav', 'wx-tabs')];
  // What scrolls can be scrolled by keys too.
  pages.tabIndex = 0;
  const back = Object.assign(document.createElement('button'), { type: 'button', textContent: '‹', hidden: true });
  back.setAttribute('aria-label', '返回');
  const title = document.createElement('span');
  nav.append(back, title);
  document.body.append(nav, pages, tabs);
  document.head.append(Object.assign(document.createElement('style'), { textContent: STYLE }));
  let choose: (path: string) => void = () => undefined;

  const tabButton = (tab: TabConfig, here: string): HTMLElement => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: tab.text });
    button.style.color = named(tab.pagePath === here ? app.tabBar?.selectedColor : app.tabBar?.color) ?? '';
    if (tab.pagePath === here) button.setAttribute('aria-current', 'page');
    button.addEventListener('click', () => choose(tab.pagePath));
    return button;
  };

  return {
    pages,
    addStyle(path, css) {
      const style = Object.assign(document.createElement('style'), { textContent: css });
      style.dataset['wxss'] = path;
      document.head.append(style);
      return style;
    },
    show(shown) {
      const config = { ...app.window, ...shown.config };
      title.textContent = shown.title ?? config.navigationBarTitleText ?? '';
      nav.style.background = named(config.navigationBarBackgroundColor) ?? '#fff';
      tabs.style.background = named(app.tabBar?.backgroundColor) ?? '#fff';
      nav.style.color = named(config.navigationBarTextStyle) === 'white' ? '#fff' : '#000';
      back.hidden = !shown.canGoBack;
      const list = app.tabBar?.list ?? [];
      tabs.hidden = !list.some((tab) => tab.pagePath === shown.path);
      tabs.replaceChildren(...(tabs.hidden ? [] : list.map((tab) => tabButton(tab, shown.path))));
    },
    onBack: (go) => back.addEventListener('click', go),
    onTab(go) {
      choose = go;
    },
  };
};
