import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { BUILT_IN } from '../logic-layer';
import type { Weapp } from '../weapp';
import { report } from './log';

// glass-easel, WeChat's open-source component framework, set up as a mini program's view layer on the DOM.

/** DOM events that a mini program sees too; the built-in components fire the others themselves. */
const DOM_EVENTS = new Set(['touchstart', 'touchmove', 'touchend', 'touchcancel', 'tap', 'transitionend', 'animationend']);

/** JSON of the program itself. */
const NOT_COMPONENTS = new Set(['app', 'project.config', 'theme']);

export const openEngine = (weapp: Weapp) => {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.addGlobalErrorListener((error) => {
    report('glass-easel', error);
    return false;
  });
  showIds();
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  for (const name of BUILT_IN) space.getComponentSpace().setGlobalUsingComponent(name, `wx-${name}`);
  for (const [path, config] of Object.entries(weapp.json)) {
    if (!NOT_COMPONENTS.has(path)) space.addComponentStaticConfig(path, config);
  }
  for (const [path, content] of Object.entries(weapp.templates)) {
    // Taro writes `bindtap`, not `bind:tap`; without the fallback such listeners are lost.
    space.addCompiledTemplate(path, { groupList: weapp.templates, content, fallbackListenerOnNativeNode: true });
  }
  return { space, backend: env.associateBackend(domWithEvents()) };
};

/** The DOM backend tells of events; nothing passes them on by itself. */
const domWithEvents = (): glassEasel.CurrentWindowBackendContext => {
  const dom = new glassEasel.CurrentWindowBackendContext();
  dom.onEvent((target, type, detail, options) => {
    if (!DOM_EVENTS.has(type)) return undefined;
    const element = (target as { getBackendElement?: () => unknown }).getBackendElement?.();
    if (type === 'tap' && element instanceof Element && element.closest('[disabled]')) return undefined;
    const event = new glassEasel.Event(type, detail, options);
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  return dom;
};

/** A node's id goes to its element as it is: for `#id` rules, and for tests. */
const showIds = (): void => {
  const own = Object.getOwnPropertyDescriptor(glassEasel.Element.prototype, 'id');
  if (!own?.set || !own.get) throw new Error('glass-easel has changed: Element.id is no accessor');
  const { get, set } = own;
  Object.defineProperty(glassEasel.Element.prototype, 'id', {
    ...own,
    get,
    set(this: { _$backendElement?: unknown }, value: string) {
      set.call(this, value);
      if (this._$backendElement instanceof HTMLElement) this._$backendElement.id = value;
    },
  });
};

export type Engine = ReturnType<typeof openEngine>;
