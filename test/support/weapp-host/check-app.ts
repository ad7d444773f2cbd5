import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AppConfig, Problem, Theme } from './weapp';

const subPackagesOf = (app: AppConfig) => app.subPackages ?? [];

export const pagesOf = (app: AppConfig): string[] => [
  ...app.pages,
  ...subPackagesOf(app).flatMap((part) => part.pages.map((page) => `${part.root.replace(/\/$/, '')}/${page}`)),
];

/** What app.json names must be there. */
export const checkApp = (app: AppConfig, has: (file: string) => boolean): Problem[] => [
  ...pagesOf(app).flatMap((page) =>
    ['.js', '.wxml', '.json']
      .filter((ending) => !has(page + ending))
      .map((ending) => problem(page + ending, 'a page of app.json lacks this file')),
  ),
  ...checkTabs(app, has),
];

const checkTabs = ({ pages, tabBar }: AppConfig, has: (file: string) => boolean): Problem[] => {
  if (!tabBar) return [];
  const icons = tabBar.list.flatMap((tab) => [tab.iconPath, tab.selectedIconPath]).filter((icon) => icon !== undefined);
  return [
    ...(tabBar.list.length < 2 || tabBar.list.length > 5 ? [problem('app.json', 'a tab bar has 2 to 5 items')] : []),
    ...tabBar.list
      .filter((tab) => !pages.includes(tab.pagePath))
      .map((tab) => problem('app.json', `tab ${tab.pagePath} is not in the main package`)),
    ...icons.filter((icon) => !has(icon)).map((icon) => problem('app.json', `icon ${icon} is missing`)),
  ];
};

/** What app.json takes from the theme by name must be there, light and dark. */
export const checkTheme = ({ darkmode, window, tabBar }: AppConfig, theme: Theme | undefined): Problem[] => {
  if (!darkmode) return [];
  const named = Object.values({ ...window, ...tabBar }).filter((value) => typeof value === 'string' && value.startsWith('@')) as string[];
  return named
    .map((name) => name.slice(1))
    .filter((name) => theme?.light[name] === undefined || theme.dark[name] === undefined)
    .map((name) => problem('theme.json', `${name} is not in both themes`));
};

const problem = (file: string, message: string): Problem => ({ file, message });

/** WeChat's own wcc and wcsc (of 2020, as programs inside miniprogram-compiler): a second opinion on WXML and WXSS. */
export const checkOfficially = (folder: string, sheets: readonly string[]): Problem[] => [...runWcc(folder), ...runWcsc(folder, sheets)];

const require = createRequire(join(process.cwd(), 'package.json'));

const runWcc = (folder: string): Problem[] => {
  const { wxmlToJs } = require('miniprogram-compiler') as { wxmlToJs(folder: string): unknown };
  try {
    wxmlToJs(folder);
    return [];
  } catch (error) {
    return [problem('wcc', error instanceof Error ? error.message.trim() : String(error))];
  }
};

/** By itself: the package's own wrapper loses what wcsc says. */
const runWcsc = (folder: string, sheets: readonly string[]): Problem[] => {
  const system = { linux: 'linux/wcsc', darwin: 'mac/wcsc' }[process.platform as string] ?? 'windows/wcsc.exe';
  const program = join(dirname(require.resolve('miniprogram-compiler')), 'bin', system);
  chmodSync(program, 0o755);
  const { status, error, stderr } = spawnSync(program, ['-db', '-pc', '0', ...sheets], { cwd: folder, encoding: 'utf8' });
  // A machine that cannot run it still has the sheet's parse by postcss.
  return error || status === 0 ? [] : [problem('wcsc', stderr.trim())];
};

/** Bytes per package, as WeChat counts them: what is uploaded. */
export const packageSizes = (
  app: AppConfig,
  files: readonly { readonly path: string; readonly bytes: number }[],
): Record<string, number> => {
  const sizes: Record<string, number> = { main: 0 };
  for (const { path, bytes } of files) {
    if (/\.(map|LICENSE\.txt)$/.test(path) || path === 'project.config.json') continue;
    const part = subPackagesOf(app).find(({ root }) => path.startsWith(`${root.replace(/\/$/, '')}/`))?.root ?? 'main';
    sizes[part] = (sizes[part] ?? 0) + bytes;
  }
  return sizes;
};
