import { GIVEN, words } from '../logic-layer';
import type { Weapp } from '../weapp';

// require() as the logic layer has it, and the few globals that it has.

const GLOBALS = words(`
  Object Array String Number Boolean Symbol Math JSON Date RegExp Promise Map Set WeakMap WeakSet Proxy Reflect Error
  TypeError RangeError ArrayBuffer Uint8Array DataView parseInt parseFloat isNaN isFinite
`);

const refuseCode = (): never => {
  throw new EvalError('Function() is not there in a mini program');
};
const NoFunction = new Proxy(Function, { apply: refuseCode, construct: refuseCode });

type Given = Readonly<Record<string, unknown>>;

export interface Modules {
  /** What `App`, `Page`, `wx` … mean from now on. */
  give(more: Given): void;
  run(file: string): unknown;
  resolve(from: string, to: string): string;
}

export const openModules = (weapp: Weapp): Modules => {
  const global = Object.fromEntries(GLOBALS.map((name) => [name, (globalThis as Record<string, unknown>)[name]]));
  const loaded = new Map<string, { exports: unknown }>();
  let given: Given = {
    globalThis: global,
    global,
    Function: NoFunction,
    console,
    setTimeout: (run: () => void, ms?: number, ...more: unknown[]) => setTimeout(run, ms, ...more),
    clearTimeout: (timer: number) => clearTimeout(timer),
    setInterval: (run: () => void, ms?: number, ...more: unknown[]) => setInterval(run, ms, ...more),
    clearInterval: (timer: number) => clearInterval(timer),
  };

  const resolve = (from: string, to: string): string => {
    const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1);
    for (const part of to.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.' && part !== '') parts.push(part);
    }
    const path = parts.join('/');
    return path in weapp.js ? path : `${path}.js`;
  };

  const run = (file: string): unknown => {
    const kept = loaded.get(file);
    if (kept) return kept.exports;
    const logic = weapp.js[file];
    if (!logic) throw new Error(`module ${file} is not defined`);
    const module = { exports: {} };
    loaded.set(file, module);
    const names: Given = { ...given, require: (to: string) => run(resolve(file, to)), module, exports: module.exports };
    logic.apply(
      undefined,
      GIVEN.map((name) => names[name]),
    );
    return module.exports;
  };

  return {
    give: (more) => {
      given = { ...given, ...more };
    },
    run,
    resolve,
  };
};
