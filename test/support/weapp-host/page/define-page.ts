import type { Weapp } from '../weapp';
import type { Engine } from './engine';
import type { Modules } from './modules';
import { withPlainEvents } from './plain-event';

// Runs a page's or component's file and hands its definition to the engine.

type Definition = Readonly<Record<string, unknown>>;
type Method = (this: unknown, ...given: unknown[]) => unknown;

export interface PageDefinitions {
  /** Defines the page and every component it uses, once. */
  define(path: string): void;
  /** What Page({…}) held besides methods and its first values. */
  fieldsOf(path: string): Definition;
}

const isMethod = (value: unknown): value is Method => typeof value === 'function';

export const definePages = (weapp: Weapp, engine: Engine, modules: Modules): PageDefinitions => {
  const defined = new Set<string>();
  const added = new Set<string>();
  const fields = new Map<string, Definition>();

  /** The engine wants its own builder; its types know nothing of definitions made at run time. */
  const addComponent = (path: string, definition: Definition): void => {
    added.add(path);
    engine.space.componentEnv(path, (env) => (env.Component as (definition: Definition) => void)(definition));
  };

  // Files keep the names they were given, so these stay the same functions; what they define is the page whose file runs.
  let underWay = '';
  modules.give({
    Behavior: (definition: Definition) =>
      engine.space.componentEnv(underWay, (env) => (env.Behavior as (definition: Definition) => unknown)(definition)),
    Component: (definition: Definition) =>
      addComponent(underWay, { ...definition, methods: plainMethods((definition['methods'] ?? {}) as Definition) }),
    Page: (definition: Definition) => {
      addComponent(underWay, { data: definition['data'] ?? {}, methods: plainMethods(definition), options: definition['options'] });
      fields.set(underWay, Object.fromEntries(Object.entries(definition).filter(([name, value]) => name !== 'data' && !isMethod(value))));
    },
  });

  const define = (path: string): void => {
    if (defined.has(path)) return;
    defined.add(path);
    for (const used of Object.values(weapp.json[path]?.usingComponents ?? {}))
      define(modules.resolve(`${path}.js`, used).replace(/\.js$/, ''));
    underWay = path;
    modules.run(`${path}.js`);
    if (!added.has(path)) throw new Error(`${path}.js called neither Page() nor Component()`);
  };

  return { define, fieldsOf: (path) => fields.get(path) ?? {} };
};

const plainMethods = (definition: Definition): Definition =>
  Object.fromEntries(Object.entries(definition).flatMap(([name, value]) => (isMethod(value) ? [[name, withPlainEvents(value)]] : [])));
