import postcss, { type Rule } from 'postcss';
import { compileString } from 'sass';
import { listFiles, read } from './sources';

// Who asks the phone for less motion gets none: what moves in a sheet stands still in the same sheet.

const MOVES = /^(animation|transition)(-name|-property)?$/;
const LESS = /prefers-reduced-motion:\s*reduce/;

const movingIn = (scss: string): { readonly moves: string[]; readonly still: string[] } => {
  const found = { moves: [] as string[], still: [] as string[] };
  postcss.parse(compileString(scss).css).walkDecls(MOVES, (declaration) => {
    const rule = declaration.parent as Rule;
    const asked = rule.parent?.type === 'atrule' && 'params' in rule.parent && LESS.test(rule.parent.params);
    if (asked && declaration.value === 'none') found.still.push(...rule.selectors);
    else found.moves.push(...rule.selectors);
  });
  return found;
};

const restless = (scss: string): string[] => {
  const { moves, still } = movingIn(scss);
  return moves.filter((selector) => !still.includes(selector));
};

describe('what moves', () => {
  const sheets = listFiles('apps/miniapp/src')
    .filter((path) => path.endsWith('.scss'))
    .map(read);

  it('stands still for whoever asked for less motion', () => {
    expect(sheets.flatMap(({ path, text }) => restless(text).map((selector) => `${path}: ${selector}`))).toEqual([]);
    expect(sheets.flatMap(({ text }) => movingIn(text).moves).length).toBeGreaterThan(2);
  });

  it('is checked against a planted fault', () => {
    expect(restless('.a { transition: transform 1s; } @media (prefers-reduced-motion: reduce) { .b { transition: none; } }')).toEqual([
      '.a',
    ]);
  });
});
