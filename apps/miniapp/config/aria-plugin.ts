import path from 'node:path';
import { components } from './aria-components.json';

// Taro 4.2 writes no aria-* attribute into the weapp templates, so a screen reader's label is silently lost there. This adds them; the
// same table is merged at run time by aria-runtime.js, or the two sides number the props differently.

interface Platform {
  readonly template?: { mergeComponents(ctx: unknown, components: unknown): void };
  runtimePath: string | string[];
}

interface PluginContext {
  registerMethod(method: { readonly name: string; fn(platform: Platform): void }): void;
}

export default (ctx: PluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, components);
      const runtime = path.resolve(__dirname, 'aria-runtime.js');
      platform.runtimePath = [...(Array.isArray(platform.runtimePath) ? platform.runtimePath : [platform.runtimePath]), runtime];
    },
  });
};
