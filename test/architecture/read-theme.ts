import postcss, { type ChildNode, type Container } from 'postcss';
import { compileString } from 'sass';
import { read } from './sources';

// The tokens of the mini program's look, as the browser would resolve them, and how well one reads on another.

export const THEME_FILE = 'apps/miniapp/src/shared/ui/theme.scss';

export const THEMES = ['light', 'light elder', 'dark', 'dark elder'] as const;
export type ThemeName = (typeof THEMES)[number];
type Tokens = Readonly<Record<string, string>>;

const DARK = /prefers-color-scheme:\s*dark/;

/** What each token is in each theme, colours and sizes. */
export const readThemes = (scss: string): Readonly<Record<ThemeName, Tokens>> => {
  const sheet = postcss.parse(compileString(scss).css);
  const night = sheet.nodes.filter((node) => node.type === 'atrule' && DARK.test(node.params)).flatMap((node) => childrenOf(node));
  const plain = { ...tokensOf(sheet.nodes, 'page'), ...tokensOf(sheet.nodes, '.theme') };
  const elder = tokensOf(sheet.nodes, '.theme--elder');
  const dark = { ...plain, ...tokensOf(night, 'page') };
  return {
    light: plain,
    'light elder': { ...plain, ...elder },
    dark,
    'dark elder': { ...dark, ...elder, ...tokensOf(night, '.theme--elder') },
  };
};

const childrenOf = (node: ChildNode): readonly ChildNode[] => ('nodes' in node ? ((node as Container).nodes as ChildNode[]) : []);

const tokensOf = (nodes: readonly ChildNode[], selector: string): Tokens =>
  Object.fromEntries(
    nodes
      .filter((node) => node.type === 'rule' && node.selectors.includes(selector))
      .flatMap(childrenOf)
      .flatMap((node) => (node.type === 'decl' && node.prop.startsWith('--') ? [[node.prop.slice(2), node.value] as const] : [])),
  );

/** The meaning of each token, from the comment beside it. */
export const meaningsOf = (scss: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...scss.matchAll(/--([a-z0-9-]+): [^;]+; \/\/ (.+)/g)].map(([, name, meaning]) => [name, meaning]));

export const readTheme = (): string => read(THEME_FILE).text;

/** WCAG 2.2: from 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: string): number => {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex === undefined) throw new Error(`${colour} is not a colour of six digits`);
  const [red, green, blue] = [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const linear = (channel: number): number => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
