import { findCycles } from './find-cycles';
import { findForbidden } from './import-table';
import { readImports } from './read-imports';
import { readSources, type Source } from './sources';

const importsOf = (sources: readonly Source[]) => {
  const paths = new Set(sources.map((source) => source.path));
  return sources.flatMap((source) => readImports(source, (path) => paths.has(path)));
};

describe('imports', () => {
  const sources = readSources();
  const imports = importsOf(sources);

  it('reads the tree', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(200);
  });

  it('keep to the table, type imports included', () => {
    expect(findForbidden(imports)).toEqual([]);
  });

  it('make no cycle, type imports included', () => {
    expect(findCycles(imports)).toEqual([]);
  });

  it('go through no barrel but the index of a package and of a language', () => {
    const barrels = sources.filter(({ text }) => isBarrel(text)).map(({ path }) => path);
    expect(barrels.filter((path) => !/^packages\/([^/]+\/src\/index|texts\/src\/(zh|en))\.ts$/.test(path))).toEqual([]);
  });
});

/** Nothing but export-from lines. */
const isBarrel = (text: string): boolean => {
  const lines = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
  return lines !== '' && lines.replace(/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+'[^']+';?/g, '').trim() === '';
};

// The checks are seen to fail: each row plants one fault.
describe('a planted fault is found', () => {
  const plant = (path: string, text: string): Source => ({ path, text });

  it.each([
    ['a driver in the domain', 'packages/domain/src/money.ts', "import { sql } from 'kysely';"],
    ['a type of Node in the domain', 'packages/domain/src/money.ts', "import type { KeyObject } from 'node:crypto';"],
    ['the wire in core', 'packages/core/src/commands/unbind.ts', "import type { Me } from '@gongji/contract';"],
    ['the wire in core, as an inline type', 'packages/core/src/commands/unbind.ts', "export type Me = import('@gongji/contract').Me;"],
    ['core in the contract', 'packages/contract/src/wire.ts', "import { unbind } from '@gongji/core';"],
    ['the store in a route', 'apps/bff/src/routes/binding.routes.ts', "import { openPostgres } from '@gongji/core';"],
    ['a pool, as a type, in a route', 'apps/bff/src/routes/binding.routes.ts', "import type { Pool } from '@gongji/core';"],
    ['everything of core in a route', 'apps/bff/src/routes/binding.routes.ts', "import * as core from '@gongji/core';"],
    ['a deep path into core', 'apps/bff/src/routes/binding.routes.ts', "import { lockBinding } from '@gongji/core/src/store/bindings';"],
    ['a driver in the gateway', 'apps/bff/src/institution/settle.ts', "const pg = require('pg');"],
    ['a value of the contract in the mini program', 'apps/miniapp/src/shared/bff/send.ts', "import { me } from '@gongji/contract';"],
    ['one feature in another', 'apps/miniapp/src/features/premium/use-quote.ts', "import { x } from '../binding/use-unbind';"],
    [
      'one feature in another, by the alias',
      'apps/miniapp/src/features/premium/use-quote.ts',
      "import { x } from '@/features/binding/use-unbind';",
    ],
    ['the platform in a feature', 'apps/miniapp/src/features/premium/use-quote.ts', "import Taro from '@tarojs/taro';"],
    ['the BFF in the mini program', 'apps/miniapp/src/shared/bff/send.ts', "import { createApp } from '../../../../bff/src/app';"],
    ['core in the sandbox', 'apps/sandbox/src/state.ts', "const core = await import('@gongji/core');"],
    ['the BFF in the sandbox', 'apps/sandbox/src/state.ts', "export { createApp } from '../../bff/src/app';"],
    ['a file that is not there', 'packages/domain/src/money.ts', "import { gone } from './gone';"],
    ['a file outside the table', 'apps/other/src/main.ts', "import { me } from '@gongji/contract';"],
  ])('%s', (_name, path, text) => {
    const others = [
      plant('packages/contract/src/index.ts', ''),
      plant('packages/core/src/index.ts', ''),
      plant('apps/bff/src/app.ts', ''),
      plant('apps/miniapp/src/features/binding/use-unbind.ts', ''),
    ];
    expect(findForbidden(importsOf([plant(path, text), ...others]))).toHaveLength(1);
  });

  it.each([
    ['two files', { 'packages/domain/src/a.ts': "import './b';", 'packages/domain/src/b.ts': "import type { A } from './a';" }, 2],
    [
      'three files through a re-export',
      { 'test/a.ts': "export { b } from './b';", 'test/b.ts': "import { c } from './c';", 'test/c.ts': "type A = import('./a').A;" },
      3,
    ],
  ])('a cycle of %s', (_name, files, size) => {
    const cycles = findCycles(importsOf(Object.entries(files).map(([path, text]) => plant(path, text))));
    expect(cycles).toHaveLength(1);
    expect(cycles[0]).toHaveLength(size);
  });

  it('a barrel', () => {
    expect(isBarrel("// all of it\nexport * from './a';\nexport type { B } from './b';\n")).toBe(true);
    expect(isBarrel("export * from './a';\nexport const c = 1;\n")).toBe(false);
  });
});
