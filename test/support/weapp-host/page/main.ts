import type { Theme, Weapp } from '../weapp';
import { defineBuiltIns } from './builtins/define';
import { drawFrame } from './frame';
import { openEngine } from './engine';
import { log, report, type HostLog } from './log';
import { openModules } from './modules';
import { openPages } from './pages';
import { forgetAgreement } from './privacy';
import { createWx } from './wx/create-wx';

// Launches the compiled program as WeChat does: app.js, onLaunch, onShow, the first page.

declare global {
  interface Window {
    readonly __WEAPP__: Weapp;
    __HOST__?: {
      readonly log: HostLog;
      readonly routes: () => string[];
      readonly capture: () => void;
      readonly reLaunch: (url: string) => void;
      readonly forgetAgreement: () => void;
      launched: boolean;
    };
  }
}

interface AppDefinition {
  onLaunch?(options: unknown): void;
  onShow?(options: unknown): void;
}

const launch = (): void => {
  window.addEventListener('error', (event) => report('window', event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => report('promise', event.reason));
  const weapp = window.__WEAPP__;
  defineBuiltIns();
  const frame = drawFrame(weapp.app, weapp.json['theme'] as Theme | undefined);
  const modules = openModules(weapp);
  const pages = openPages({ weapp, frame, engine: openEngine(weapp), modules });
  const options = { path: pages.firstPath, query: {}, scene: 1001, referrerInfo: {} };
  const { wx, captured } = createWx(pages, options);
  const host = { log, routes: pages.routes, capture: captured, reLaunch: pages.reLaunch, forgetAgreement, launched: false };
  window.__HOST__ = host;

  let app: AppDefinition | undefined;
  modules.give({
    wx,
    App: (definition: AppDefinition) => {
      app = definition;
    },
    getApp: () => app,
    getCurrentPages: pages.current,
  });
  modules.run('app.js');
  if (!app) throw new Error('app.js did not call App()');
  app.onLaunch?.(options);
  app.onShow?.(options);
  pages.open(pages.firstPath, {});
  host.launched = true;
};

try {
  launch();
} catch (error) {
  report('launch', error);
}
