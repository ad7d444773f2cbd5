import { parseSync } from 'oxc-parser';
import { isTest, listFiles, read, type Source } from './sources';

// The living page shows every component that features build with: what is not on it is seen by nobody before a user sees it.

const UI = 'apps/miniapp/src/shared/ui';
const GALLERY = 'apps/miniapp/src/features/gallery';
/** The frame of every page, the living one too. */
const FRAME = 'Screen';

const COMPONENT = /^[A-Z][a-z]/;

/** What a file exports under a component's name; types vanish from a file that is run. */
const componentsOf = ({ path, text }: Source): string[] =>
  parseSync(path, text).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, isType }) => {
      const name = exportName.name ?? '';
      return !isType && COMPONENT.test(name) ? [name] : [];
    }),
  );

const missingIn = (components: readonly string[], shown: string): string[] =>
  components.filter((name) => !new RegExp(`<${name}[\\s/>]`).test(shown));

describe('the living page', () => {
  const components = listFiles(UI)
    .filter((path) => path.endsWith('.tsx') && !isTest(path))
    .map(read)
    .flatMap(componentsOf);
  const textOf = (path: string) => read(path).text;
  const shown = listFiles(GALLERY).map(textOf).join('\n');

  it('shows every component of shared/ui', () => {
    expect(components.length).toBeGreaterThan(30);
    expect(missingIn(components, shown)).toEqual([FRAME]);
  });

  it('stands in that frame, behind the demonstration only', () => {
    expect(textOf('apps/miniapp/src/pages/demo/components/index.tsx')).toMatch(/<Screen [^>]*>\s*<Gallery \/>/);
    expect(textOf('apps/miniapp/src/features/account/demo-row.tsx')).toContain('if (!demo) return null;');
  });

  it.each([
    'idle|onTap={nothing}',
    'submitting|busyText=',
    'done|<Result tone="ok"',
    'refused|<Refused',
    'unknown|<Unknown',
    'loading|{LOADING}',
    'empty|<Empty',
    'offline|{OFFLINE}',
    'stale|stale(',
    'error|error={WRONG}',
    'off|off onTap',
    'broken|<PageBoundary',
  ])('shows the state %s', (state) => expect(shown).toContain(state.split('|')[1]));

  it('is checked against a planted fault', () => {
    expect(missingIn(['Notice', 'Not'], '<Notice tone="ok" />')).toEqual(['Not']);
  });
});
