import { meaningsOf, readTheme, readThemes } from './read-theme';
import { isTest, listFiles, read } from './sources';
import { tableOf, writtenTable } from './written-table';

// docs/design.md says what theme.scss and shared/ui are, or this fails.

const DOC = 'docs/design.md';
const scss = readTheme();
const themes = readThemes(scss);
const meanings = meaningsOf(scss);
const code = (text: string | undefined) => `\`${text ?? ''}\``;
/** Where 长辈版 has the same, the table says so once. */
const also = (usual: string | undefined, elder: string | undefined) =>
  usual === elder ? code(usual) : `${code(usual)}, 长辈版 ${code(elder)}`;

describe('docs/design.md', () => {
  it('has the colours of the theme', () => {
    const tokens = Object.keys(themes.light).filter((token) => token.startsWith('c-'));
    const made = tableOf(
      ['token', 'meaning', 'light', 'dark'],
      tokens.map((token) => [
        code(`--${token}`),
        meanings[token] ?? '',
        also(themes.light[token], themes['light elder'][token]),
        also(themes.dark[token], themes['dark elder'][token]),
      ]),
    );
    expect(writtenTable(DOC, 'colours', made)).toBe(made);
  });

  it('has the sizes of the theme', () => {
    const tokens = Object.keys(themes.light).filter((token) => !token.startsWith('c-'));
    const made = tableOf(
      ['token', 'meaning', 'usual', '长辈版'],
      tokens.map((token) => [code(`--${token}`), meanings[token] ?? '', code(themes.light[token]), code(themes['light elder'][token])]),
    );
    expect(writtenTable(DOC, 'sizes', made)).toBe(made);
  });

  it('has the components, each with what it says of itself', () => {
    const files = listFiles('apps/miniapp/src/shared/ui').filter((path) => path.endsWith('.tsx') && !isTest(path));
    const rows = files.flatMap((path) =>
      [...read(path).text.matchAll(/(?:\/\*\* ([^\n]*) \*\/\n)?export (?:const|function|class) ([A-Z][a-z]\w+)/g)].map(
        ([, said = '', name]) => [code(name), said, code(path.split('/').pop())],
      ),
    );
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(([, said]) => said === '')).toEqual([]);
    const made = tableOf(['component', 'what it is', 'file'], rows);
    expect(writtenTable(DOC, 'components', made)).toBe(made);
  });
});
