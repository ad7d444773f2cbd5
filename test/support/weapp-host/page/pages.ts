import type { Weapp } from '../weapp';
import { definePages } from './define-page';
import type { Engine } from './engine';
import type { Frame } from './frame';
import { log, report } from './log';
import type { Modules } from './modules';

// The stack of pages, and the five ways to move through it.

type Query = Readonly<Record<string, string>>;

/** A page as the logic layer holds it: its lifecycle is looked up by name. */
export type PageInstance = Record<string, unknown> & { setData(change: object, done?: () => void): void };

interface ShadowRoot {
  querySelector(selector: string): unknown;
  querySelectorAll(selector: string): unknown[];
}

interface OpenPage {
  readonly path: string;
  readonly page: PageInstance;
  readonly element: HTMLElement;
  readonly style: HTMLStyleElement | undefined;
  readonly shadowRoot: ShadowRoot;
  readonly release: () => void;
  title?: string;
}

export interface Pages {
  readonly firstPath: string;
  readonly element: HTMLElement;
  open(path: string, query: Query): void;
  top(): OpenPage;
  current(): PageInstance[];
  routes(): string[];
  navigateTo(url: string): void;
  redirectTo(url: string): void;
  navigateBack(delta?: number): void;
  switchTab(url: string): void;
  reLaunch(url: string): void;
  setTitle(title: string): void;
}

const DEEPEST = 10;

export const openPages = (parts: { weapp: Weapp; frame: Frame; engine: Engine; modules: Modules }): Pages => {
  const { weapp, frame, engine, modules } = parts;
  const definitions = definePages(weapp, engine, modules);
  const stack: OpenPage[] = [];
  const keptTabs = new Map<string, OpenPage>();
  if (weapp.css['app']) frame.addStyle('app', weapp.css['app']);

  const isTab = (path: string) => (weapp.app.tabBar?.list ?? []).some((tab) => tab.pagePath === path);
  const top = (): OpenPage => {
    const page = stack[stack.length - 1];
    if (!page) throw new Error('no page is open');
    return page;
  };

  const show = (shown: OpenPage): void => {
    for (const other of stack) hide(other, other !== shown);
    drawFrame(shown);
    call(shown, 'onShow');
  };
  const drawFrame = ({ path, title }: OpenPage) => frame.show({ path, config: weapp.json[path] ?? {}, title, canGoBack: stack.length > 1 });

  const open = (path: string, query: Query): void => {
    if (!weapp.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    definitions.define(path);
    const slot = document.createElement('div');
    frame.pages.append(slot);
    const root = engine.backend.createRoot('page', engine.space, path);
    const page = root.get() as unknown as PageInstance;
    Object.assign(page, definitions.fieldsOf(path), { route: path, __route__: path, options: query });
    page.setData = countedSetData(path, page.setData.bind(page));
    page['getOpenerEventChannel'] = silentChannel;
    root.attach(frame.pages as never, slot as never);
    const component = root.getComponent() as unknown as { getBackendElement(): HTMLElement; getShadowRoot(): ShadowRoot };
    const css = weapp.css[path];
    const opened: OpenPage = {
      path,
      page,
      element: component.getBackendElement(),
      style: css === undefined ? undefined : frame.addStyle(path, css),
      shadowRoot: component.getShadowRoot(),
      release: () => root.release(),
    };
    stack.push(opened);
    call(opened, 'onLoad', query);
    show(opened);
    requestAnimationFrame(() => call(opened, 'onReady'));
  };

  const closeTop = (): void => {
    const closed = stack.pop();
    if (closed) close(closed);
  };

  const switchTab = (url: string): void => {
    const { path, query } = parseUrl(url);
    if (!isTab(path)) throw new Error('switchTab:fail can not switch to no-tabBar page');
    if (stack.length > 0 && top().path === path) return;
    while (stack.length > 1) closeTop();
    const left = stack.pop();
    if (left) {
      call(left, 'onHide');
      hide(left, true);
      if (isTab(left.path)) keptTabs.set(left.path, left);
      else close(left);
    }
    const kept = keptTabs.get(path);
    if (!kept) return open(path, query);
    keptTabs.delete(path);
    stack.push(kept);
    return show(kept);
  };

  const navigateBack = (delta = 1): void => {
    if (stack.length < 2) throw new Error('navigateBack:fail cannot navigate back at first page.');
    for (let left = delta; left > 0 && stack.length > 1; left--) closeTop();
    show(top());
  };
  frame.onBack(() => navigateBack());
  frame.onTab(switchTab);

  return {
    firstPath: parseUrl(weapp.app.entryPagePath ?? weapp.pages[0] ?? '').path,
    element: frame.pages,
    open,
    top,
    current: () => stack.map(({ page }) => page),
    routes: () => stack.map(({ path }) => path),
    navigateTo(url) {
      const { path, query } = parseUrl(url);
      if (isTab(path)) throw new Error('navigateTo:fail can not navigateTo a tabbar page');
      if (stack.length >= DEEPEST) throw new Error('navigateTo:fail webview count limit exceed');
      call(top(), 'onHide');
      open(path, query);
    },
    redirectTo(url) {
      const { path, query } = parseUrl(url);
      if (isTab(path)) throw new Error('redirectTo:fail can not redirectTo a tabbar page');
      closeTop();
      open(path, query);
    },
    navigateBack,
    switchTab,
    reLaunch(url) {
      const { path, query } = parseUrl(url);
      while (stack.length > 0) closeTop();
      for (const kept of keptTabs.values()) close(kept);
      keptTabs.clear();
      open(path, query);
    },
    setTitle(title) {
      top().title = title;
      drawFrame(top());
    },
  };
};

const call = ({ page, path }: OpenPage, name: string, ...given: unknown[]): void => {
  const method = page[name];
  if (typeof method !== 'function') return;
  try {
    method.apply(page, given);
  } catch (error) {
    report(`${path}.${name}`, error);
  }
};

const hide = ({ element, style }: OpenPage, hidden: boolean): void => {
  element.hidden = hidden;
  if (style) style.disabled = hidden;
};

const close = (closed: OpenPage): void => {
  call(closed, 'onUnload');
  closed.style?.remove();
  closed.release();
  closed.element.remove();
};

/** Only JSON crosses from logic to view, and its size is what makes a phone slow. */
const countedSetData =
  (path: string, setData: PageInstance['setData']): PageInstance['setData'] =>
  (change, done) => {
    const text = JSON.stringify(change);
    log.setData.push({ path, bytes: new TextEncoder().encode(text).length, at: performance.now() });
    setData(JSON.parse(text) as object, done);
  };

const silentChannel = () => ({ on: () => undefined, once: () => undefined, off: () => undefined, emit: () => undefined });

const parseUrl = (url: string): { path: string; query: Query } => {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?');
  const pairs = search.split('&').filter(Boolean);
  const query = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  return { path, query: Object.fromEntries(query) as Query };
};
