import { posix } from 'node:path';
import postcss from 'postcss';
import { BUILT_IN } from './logic-layer';

const TAG = new RegExp(`(^|[\\s>+~,(])(${BUILT_IN.join('|')})(?![\\w-])`, 'g');
const RPX = /(-?\d*\.?\d+)rpx\b/g;

/** rpx becomes a share of the width, tag selectors name the host's elements, imports are put in. */
export const wxssToCss = (file: string, read: (file: string) => string): string => {
  const sheet = postcss.parse(read(file), { from: file });
  sheet.walkAtRules('import', (rule) => {
    const target = posix.normalize(posix.join(posix.dirname(file), rule.params.replace(/^['"]|['"]$/g, '')));
    rule.replaceWith(postcss.parse(wxssToCss(target, read)));
  });
  sheet.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name.endsWith('keyframes')) return;
    rule.selector = rule.selector.replace(TAG, '$1wx-$2');
  });
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(RPX, (_, count: string) => `calc(100vw * ${count} / 750)`);
  });
  sheet.walkAtRules((rule) => {
    rule.params = rule.params.replace(RPX, (_, count: string) => `${Number(count) / 2}px`);
  });
  return sheet.toString();
};
