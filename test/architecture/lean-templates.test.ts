import { parseSync } from 'oxc-parser';
import { NEVER_SET } from '../../apps/miniapp/config/lean-templates';
import { isTest, readSources, type Source } from './sources';

// WeChat's templates are without the attributes that no page sets; one that is set all the same would be lost there, without a word.

interface Element {
  readonly type: string;
  readonly name: { readonly name?: string };
  readonly attributes: readonly { readonly name?: { readonly name?: string } }[];
}

const elementsIn = (node: unknown): readonly Element[] => {
  if (Array.isArray(node)) return node.flatMap(elementsIn);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(elementsIn);
  return (node as Element).type === 'JSXOpeningElement' ? [node as Element, ...inside] : inside;
};

/** onTouchStart is bindTouchStart in a template, hoverStayTime hover-stay-time. */
const inTemplate = (attribute: string): string =>
  /^on[A-Z]/.test(attribute) ? `bind${attribute.slice(2)}` : attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const lostIn = ({ path, text }: Source): readonly string[] =>
  elementsIn(parseSync(path, text).program)
    .filter(({ name }) => name.name === 'View' || name.name === 'Text')
    .flatMap(({ name, attributes }) => attributes.map((one) => `${name.name} ${inTemplate(one.name?.name ?? '')}`))
    .filter((found) => NEVER_SET.test(found.split(' ')[1] ?? ''))
    .map((found) => `${path}: ${found}`);

describe('the templates of the WeChat build', () => {
  it('have every attribute that a page sets', () => {
    const pages = readSources().filter(({ path }) => path.startsWith('apps/miniapp/src/') && path.endsWith('.tsx') && !isTest(path));
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap(lostIn)).toEqual([]);
  });

  it('would lose these', () => {
    const text = 'const a = <View onTouchStart={b} hoverStayTime={1} className="c"><Text selectable>d</Text></View>;';
    expect(lostIn({ path: 'planted.tsx', text })).toEqual([
      'planted.tsx: View bindTouchStart',
      'planted.tsx: View hover-stay-time',
      'planted.tsx: Text selectable',
    ]);
  });
});
