import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Source } from './sources';

export interface Import {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** A file of ours, or the specifier of something from outside. */
  readonly target: string;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

interface Written {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

/** Every way a file can name another one: import, export from, import(), require() and the type import('…'). */
export const readImports = (source: Source, has: (path: string) => boolean): Import[] => {
  const { program, module, errors } = parseSync(source.path, source.text);
  if (errors.length > 0) throw new Error(`${source.path} does not parse: ${errors[0]?.message}`);
  const found: Written[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
      names: entries.map((entry) => entry.importName.name ?? '*'),
    })),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(reExport)),
    ...readNested(program),
  ];
  return found.map((written) => ({ ...written, from: source.path, target: resolveImport(source.path, written.specifier, has) }));
};

interface ExportEntry {
  readonly moduleRequest: { readonly value: string } | null;
  readonly isType: boolean;
  readonly importName: { readonly name: string | null };
}

const reExport = ({ moduleRequest, isType, importName }: ExportEntry): Written[] =>
  moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType, names: [importName.name ?? '*'] }] : [];

/** import('…') as an expression or a type, and require('…'). */
const readNested = (node: unknown): Written[] => {
  if (Array.isArray(node)) return node.flatMap(readNested);
  if (!isNode(node)) return [];
  const inside = Object.values(node).flatMap(readNested);
  const specifier = nestedSpecifier(node);
  return specifier === undefined ? inside : [{ specifier, typeOnly: node['type'] === 'TSImportType', names: [] }, ...inside];
};

const nestedSpecifier = (node: Readonly<Record<string, unknown>>): string | undefined => {
  if (node['type'] === 'TSImportType' || node['type'] === 'ImportExpression') return literal(node['source']);
  const isRequire = node['type'] === 'CallExpression' && isNode(node['callee']) && node['callee']['name'] === 'require';
  return isRequire && Array.isArray(node['arguments']) ? literal(node['arguments'][0]) : undefined;
};

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const literal = (node: unknown): string | undefined => {
  const value = isNode(node) ? node['value'] : undefined;
  return typeof value === 'string' ? value : undefined;
};

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx', '.mjs', '.cjs'];

/** '@/…' is the mini program's own alias; '@gongji/x' is that package's index; the rest without a dot is from outside. */
const resolveImport = (from: string, specifier: string, has: (path: string) => boolean): string => {
  const workspace = /^@gongji\/([^/]+)$/.exec(specifier)?.[1];
  if (workspace) return `packages/${workspace}/src/index.ts`;
  const base = specifier.startsWith('@/')
    ? `apps/miniapp/src/${specifier.slice(2)}`
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  if (base === undefined) return specifier;
  return ENDINGS.map((ending) => base + ending).find(has) ?? `${base} (no such file)`;
};
