import theme from '../../apps/miniapp/src/theme.json';
import { contrast, meaningsOf, readTheme, readThemes, THEME_FILE, THEMES } from './read-theme';
import { isTest, listFiles, read, type Source } from './sources';

// Every colour is a token with a meaning, every word can be read on its ground in each of the four themes, and nothing has a colour of its own.

const scss = readTheme();
const themes = readThemes(scss);

const PERSONS = [0, 1, 2, 3, 4, 5].map((number) => `c-person-${number}`);
const GROUNDS = ['c-bg', 'c-card', 'c-quiet', 'c-primary-soft', 'c-ok-soft', 'c-warn-soft', 'c-danger-soft', 'c-info-soft'];

/** Which words stand on which grounds. */
const READ_ON: Readonly<Record<string, readonly string[]>> = {
  'c-text': GROUNDS,
  'c-muted': GROUNDS,
  'c-primary': GROUNDS,
  'c-primary-deep': ['c-card', 'c-primary-soft'],
  'c-on-primary': ['c-primary'],
  'c-ok': ['c-card', 'c-ok-soft'],
  'c-warn': ['c-card', 'c-warn-soft'],
  'c-danger': ['c-card', 'c-bg', 'c-danger-soft'],
  'c-info': ['c-card', 'c-info-soft'],
  'c-off-text': ['c-off', 'c-card'],
  'c-on-person': PERSONS,
};
/** What is told by its shape: an edge to fill in, an arrow, a column. */
const SEEN_ON: Readonly<Record<string, readonly string[]>> = {
  'c-edge': ['c-card', 'c-bg', 'c-primary-soft'],
  'c-mark': ['c-card', 'c-bg'],
};
/** Words of buttons, which are read under the finger as well. */
const PRESSED_ON: Readonly<Record<string, readonly string[]>> = {
  'c-text': ['c-card'],
  'c-primary': ['c-bg', 'c-card'],
  'c-danger': ['c-card'],
  'c-on-primary': ['c-primary'],
};
/** Beside what says the same in words or by its place. */
const DECORATION = ['c-off', 'c-line', 'c-edge-soft', 'c-edge-danger', 'c-column', 'c-scrim', 'c-shadow', 'c-pressed'];

const READABLE = 4.5;
const VISIBLE = 3;

const tooFaint = (tokens: Readonly<Record<string, string>>, pairs: Readonly<Record<string, readonly string[]>>, least: number) =>
  Object.entries(pairs).flatMap(([word, grounds]) =>
    grounds
      .map((ground) => ({ pair: `${word} on ${ground}`, ratio: contrast(tokens[word] ?? '', tokens[ground] ?? '') }))
      .filter(({ ratio }) => ratio < least)
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
  );

/** A colour spelt out. The pictures of codes are drawn in shared/canvas, tab icons by a script. */
const MAY_SPELL = /^apps\/miniapp\/(src\/shared\/(ui\/theme\.scss$|canvas\/)|src\/theme\.json$|scripts\/|test\/)/;
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi;
const NAMED = /\b(?:color|background|border|outline|shadow)[a-z-]*:[^;\n]*\b(?:white|black|red|gr[ae]y|green|blue)\b/gi;
const GROUNDS_PRESSED = new Set(Object.values(PRESSED_ON).flat());
/** A ground with the shade over it, which is black and lets through the rest. */
function shaded(colour: string, tokens: Readonly<Record<string, string>>): string {
  const [, share] = /^rgba\(0, 0, 0, ([\d.]+)\)$/.exec(tokens['c-pressed'] ?? '') ?? [];
  if (share === undefined) throw new Error('what is pressed has no black shade over it');
  const channels = [1, 3, 5].map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * (1 - Number(share))));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
const spelled = ({ path, text }: Source): string[] =>
  [...text.matchAll(COLOUR), ...(path.endsWith('.scss') ? text.matchAll(NAMED) : [])].map(([found]) => `${path}: ${found}`);

describe.each(THEMES)('the %s theme', (name) => {
  it('can be read: every word has 4.5:1 on every ground that it stands on', () => {
    expect(tooFaint(themes[name], READ_ON, READABLE)).toEqual([]);
  });

  it('can be read under the finger: every word of a button has 4.5:1 where it is pressed', () => {
    const pressed = Object.fromEntries(
      Object.entries(themes[name]).map(([token, colour]) => [token, GROUNDS_PRESSED.has(token) ? shaded(colour, themes[name]) : colour]),
    );
    // The words lie above the shade.
    const words = Object.fromEntries(Object.keys(PRESSED_ON).map((word) => [`${word} pressed`, themes[name][word] ?? '']));
    const pairs = Object.fromEntries(Object.entries(PRESSED_ON).map(([word, grounds]) => [`${word} pressed`, grounds]));
    expect(tooFaint({ ...pressed, ...words }, pairs, READABLE)).toEqual([]);
  });

  it('can be seen: every edge and mark has 3:1', () => {
    expect(tooFaint(themes[name], SEEN_ON, VISIBLE)).toEqual([]);
  });
});

describe('the tokens', () => {
  const colours = Object.keys(themes.light).filter((token) => token.startsWith('c-'));

  it('are all judged: as word, as ground, as mark or as decoration', () => {
    const judged = new Set([...Object.entries({ ...READ_ON, ...SEEN_ON }).flatMap(([word, grounds]) => [word, ...grounds]), ...DECORATION]);
    expect(colours.filter((token) => !judged.has(token))).toEqual([]);
  });

  it('all have a meaning and, where they are colours, a night', () => {
    const meanings = meaningsOf(scss);
    expect(Object.keys(themes.light).filter((token) => meanings[token] === undefined)).toEqual([]);
    expect(colours.filter((token) => themes.dark[token] === themes.light[token])).toEqual([]);
  });

  it('are the colours of what WeChat draws itself', () => {
    for (const name of ['light', 'dark'] as const) {
      const tokens = themes[name];
      const { bar, ground, tab, tabText, tabOn } = theme[name];
      expect([bar, ground, tab, tabText, tabOn]).toEqual(
        ['c-card', 'c-bg', 'c-card', 'c-muted', 'c-primary'].map((token) => tokens[token]),
      );
    }
  });

  it('are all there are: no sheet and no page spells out a colour', () => {
    const files = listFiles('apps/miniapp').filter((path) => !MAY_SPELL.test(path) && !isTest(path));
    expect(
      files
        .filter((path) => /\.(scss|tsx?)$/.test(path))
        .map(read)
        .flatMap(spelled),
    ).toEqual([]);
  });

  it('are all used, and no other is asked for', () => {
    const sheets = listFiles('apps/miniapp/src').filter((path) => path.endsWith('.scss'));
    const asked = new Set(
      sheets.flatMap((path) =>
        [...read(path).text.matchAll(/var\(--((?:c|fs)-[a-z0-9-]+|tap|gap|badge|icon|mark)\b/g)].map(([, token]) => token),
      ),
    );
    expect(Object.keys(themes.light).filter((token) => !asked.has(token))).toEqual([]);
    expect([...asked].filter((token) => themes.light[token ?? ''] === undefined)).toEqual([]);
  });
});

describe('a planted fault in the look is found', () => {
  it('grey on grey', () => {
    const pale = readThemes(scss.replace('--c-muted: #52605e', '--c-muted: #8a9896'));
    expect(tooFaint(pale.light, READ_ON, READABLE)).toHaveLength(GROUNDS.length);
    expect(tooFaint(pale.dark, READ_ON, READABLE)).toEqual([]);
  });

  it.each(['.a { color: #fff; }', '.a { background: rgba(0, 0, 0, 0.5); }', '.a { border: 1px solid white; }'])('%s', (text) => {
    expect(spelled({ path: 'apps/miniapp/src/features/a/a.scss', text })).toHaveLength(1);
  });

  it('but not an icon, a token or a fragment', () => {
    const text = '.a { color: var(--c-text); --shape: url("data:image/svg+xml,%3Csvg stroke=\'%23000\'"); white-space: nowrap; }';
    expect(spelled({ path: THEME_FILE, text })).toEqual([]);
  });
});
