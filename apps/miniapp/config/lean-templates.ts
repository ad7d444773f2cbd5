// Taro writes a template for each depth of nesting, each with every attribute and event that WeChat knows. What this program never sets
// is left out: a third of the templates, which every phone loads before its first page. Taro numbers attributes by its own table, which
// stays whole.

type Props = Readonly<Record<string, string>>;

interface Platform {
  readonly template?: { modifyCompProps?: (component: string, props: Props) => Props; buildTemplate: (components: unknown) => string };
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
      const { buildTemplate } = template;
      template.buildTemplate = (components) => buildTemplate(components).replace(/\s*\n\s*/g, '\n');
    },
  });
  ctx.modifyComponentConfig(({ componentConfig }) => void componentConfig.includes.delete('scroll-view'));
};
