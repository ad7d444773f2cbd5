import { runInNewContext } from 'node:vm';
import { parseSync } from 'oxc-parser';
import { NEVER_SET, nameOnce, writeOnce } from '../../apps/miniapp/config/lean-templates';
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

  it('stand once where only their names differ, but for the first level, and are found by the name that is left', () => {
    const level = (depth: number) =>
      ['0', '8', '5']
        .map((name) => `<template name="tmpl_${depth}_${name}">\n${name === '5' ? '<text/>' : '<view/>'}\n</template>\n`)
        .join('');
    const { text, names } = writeOnce(level(0) + level(1) + level(2));
    expect(text.match(/tmpl_\d_\d/g)).toEqual(['tmpl_0_0', 'tmpl_0_8', 'tmpl_0_5', 'tmpl_1_0', 'tmpl_1_5', 'tmpl_2_0', 'tmpl_2_5']);
    const named = (l: number, n: string): unknown =>
      runInNewContext(`(() => { ${nameOnce("return 'tmpl_' + l + '_' + n", names)} })()`, { l, n });
    expect([named(0, '8'), named(1, '8'), named(2, '5')]).toEqual(['tmpl_0_8', 'tmpl_1_0', 'tmpl_2_5']);
    expect(() => nameOnce('return n', names)).toThrow('another way');
  });
});
