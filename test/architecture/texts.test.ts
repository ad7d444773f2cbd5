import { parseSync } from 'oxc-parser';
import { isTest, readSources, type Source } from './sources';

// What the mini program says stands in the catalogues of packages/texts, in both languages. A text in a component has only one.

const CHINESE = /[\u3400-\u9fff]/;
/** WeChat and Taro read these before there is a program. */
const CONFIGURATION = /\.config\.ts$/;
/** The living page shows made-up things in every state: its words belong to nobody's work. */
const LIVING_PAGE = /^apps\/miniapp\/src\/(features\/gallery|pages\/demo)\//;

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly start: number;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const chineseIn = (node: unknown): readonly Node[] => {
  if (Array.isArray(node)) return node.flatMap(chineseIn);
  if (!isNode(node)) return [];
  const said = SAYS[node.type]?.(node.value) ?? '';
  return [...(CHINESE.test(said) ? [node] : []), ...Object.values(node).flatMap(chineseIn)];
};

const SAYS: Readonly<Record<string, (value: unknown) => string>> = {
  Literal: (value) => (typeof value === 'string' ? value : ''),
  JSXText: String,
  TemplateElement: (value) => (value as { readonly raw: string }).raw,
};

const textsIn = ({ path, text }: Source): readonly string[] =>
  chineseIn(parseSync(path, text).program).map(({ start }) => {
    const [line = ''] = text.slice(start).trimStart().split('\n');
    return `${path}:${text.slice(0, start).split('\n').length} ${line.slice(0, 40)}`;
  });

/** The name of the other language, by which its readers find it. */
const OWN_NAME = /'中文'/;

describe('the words on the screen', () => {
  const sources = readSources().filter(
    ({ path }) => path.startsWith('apps/miniapp/src/') && !isTest(path) && !CONFIGURATION.test(path) && !LIVING_PAGE.test(path),
  );

  it('stand in the catalogues and in no component', () => {
    expect(sources.flatMap(textsIn).filter((found) => !OWN_NAME.test(found))).toEqual([]);
  });

  it('are found in a literal, between tags and in a template', () => {
    const planted = { path: 'planted.tsx', text: "export const a = <b title='绑定'>解绑{`还剩 ${1} 天`}</b>; // 注释" };
    expect(textsIn(planted)).toHaveLength(4);
  });
});
