import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { checkApp, checkOfficially, checkTheme, packageSizes, pagesOf } from './check-app';
import { GIVEN, HIDDEN } from './logic-layer';
import type { AppConfig, Problem, Theme } from './weapp';
import { wxssToCss } from './wxss-to-css';

// Reads a weapp build and turns it into one script for the page. WXML goes through the template compiler that WeChat publishes, so a
// template that it refuses is a problem here.

export interface CompiledWeapp {
  readonly script: string;
  readonly problems: readonly Problem[];
  readonly sizes: Readonly<Record<string, number>>;
}

export const listFiles = (folder: string, inside = ''): string[] =>
  readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(inside, entry.name);
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });

const bare = (file: string): string => file.slice(0, -posix.extname(file).length);

export const compileWeapp = (folder: string): CompiledWeapp => {
  const files = listFiles(folder);
  const has = (file: string) => files.includes(file);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const ending = (suffix: string) => files.filter((file) => file.endsWith(suffix));
  const app = JSON.parse(read('app.json')) as AppConfig;
  const templates = compileTemplates(ending('.wxml'), ending('.wxs'), read);
  const names = [...GIVEN, ...HIDDEN].join(',');
  const wrapped = ending('.js').map((file) => `${JSON.stringify(file)}: function (${names}) {\n${read(file)}\n}`);
  const json = Object.fromEntries(ending('.json').map((file) => [bare(file), JSON.parse(read(file)) as unknown]));
  const css = Object.fromEntries(ending('.wxss').map((file) => [bare(file), wxssToCss(file, read)]));
  return {
    script: `window.__WEAPP__ = { app: ${JSON.stringify(app)}, pages: ${JSON.stringify(pagesOf(app))}, json: ${JSON.stringify(json)},
css: ${JSON.stringify(css)},\ntemplates: ${templates.code},\njs: {\n${wrapped.join(',\n')}\n} };`,
    problems: [
      ...checkApp(app, has),
      ...checkTheme(app, json['theme'] as Theme | undefined),
      ...templates.problems,
      ...checkOfficially(folder, ending('.wxss')),
    ],
    sizes: packageSizes(
      app,
      files.map((path) => ({ path, bytes: statSync(join(folder, path)).size })),
    ),
  };
};

interface TemplateWarning {
  readonly isError?: boolean;
  readonly message?: string;
  readonly startLine?: number;
}

const compileTemplates = (wxml: readonly string[], wxs: readonly string[], read: (file: string) => string) => {
  const group = new TmplGroup();
  const problems: Problem[] = [];
  for (const file of wxs) group.addScript(bare(file), read(file));
  for (const file of wxml) {
    const warnings = (group.addTmpl(bare(file), read(file)) ?? []) as readonly TemplateWarning[];
    problems.push(...warnings.filter((warning) => warning.isError !== false).map((warning) => templateProblem(file, warning)));
  }
  for (const file of wxml) {
    const wanted = [
      ...(group.getDirectDependencies(bare(file)) as string[]).map((target) => `${target}.wxml`),
      ...(group.getScriptDependencies(bare(file)) as string[]).map((target) => `${bare(`${target}.wxs`)}.wxs`),
    ];
    const lacking = wanted.filter((target) => !wxml.includes(target) && !wxs.includes(target) && !wxs.includes(bare(target)));
    problems.push(...lacking.map((target) => ({ file, message: `uses ${target}, which is missing` })));
  }
  const code = group.getTmplGenObjectGroups();
  group.free();
  return { code, problems };
};

const templateProblem = (file: string, { message, startLine }: TemplateWarning): Problem => ({
  file,
  message: message ?? 'does not compile',
  ...(startLine === undefined ? {} : { line: startLine + 1 }),
});
