// Taro writes a template for each depth of nesting, each with every attribute and event that WeChat knows. What this program never sets
// is left out: a third of the templates, which every phone loads before its first page. Taro numbers attributes by its own table, which
// stays whole. What then reads alike but for its name is written once.

type Props = Readonly<Record<string, string>>;

interface Platform {
  readonly template?: {
    modifyCompProps?: (component: string, props: Props) => Props;
    buildTemplate: (components: unknown) => string;
    buildXScript: () => string;
  };
}

interface PluginContext {
  registerMethod(method: { readonly name: string; fn(platform: Platform): void }): void;
  modifyComponentConfig(change: (given: { readonly componentConfig: { readonly includes: Set<string> } }) => void): void;
}

/** Of views and texts only: a canvas is drawn on by touch. */
const PLAIN = new Set(['view', 'text']);
export const NEVER_SET =
  /^(hover-(stop|start|stay)|bind(Touch|Long|Animation|Transition)|animation$|selectable$|space$|decode$|user-select$|overflow$|max-lines$)/;

export default (ctx: PluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }) {
      if (template === undefined) return;
      template.modifyCompProps = (component, props) =>
        PLAIN.has(component) ? Object.fromEntries(Object.entries(props).filter(([name]) => !NEVER_SET.test(name))) : props;
      // What stands between the tags for whoever reads them is weight for whoever loads them.
      const { buildTemplate, buildXScript } = template;
      let names: Names = {};
      template.buildTemplate = (components) => {
        const once = writeOnce(buildTemplate(components).replace(/\s*\n\s*/g, '\n'));
        names = once.names;
        return once.text;
      };
      template.buildXScript = () => nameOnce(buildXScript(), names);
    },
  });
  ctx.modifyComponentConfig(({ componentConfig }) => void componentConfig.includes.delete('scroll-view'));
};

/** Of a template that is not written below the first level, and the one that reads alike. */
type Names = Readonly<Record<string, string>>;

/** The first level stays whole: Taro names its templates without asking. */
export function writeOnce(text: string): { readonly text: string; readonly names: Names } {
  const written = new Map<string, string>();
  const names: Record<string, string> = {};
  const kept = text.split(/(?=<template name)/).filter((template) => {
    const [, level = '0', name = '', body = ''] = /^<template name="tmpl_(\d+)_(\w+)">([^]*)$/.exec(template) ?? [];
    const first = written.get(level + body);
    if (level === '0' || first === undefined) written.set(level + body, name);
    else names[name] = first;
    return level === '0' || first === undefined;
  });
  return { text: kept.join(''), names };
}

const ANY_NAME = "return 'tmpl_' + l + '_' + n";

export function nameOnce(script: string, names: Names): string {
  if (!script.includes(ANY_NAME)) throw new Error('Taro names its templates in another way now');
  return script.replace(ANY_NAME, `return 'tmpl_' + l + '_' + (l > 0 && ${JSON.stringify(names)}[n] || n)`);
}
