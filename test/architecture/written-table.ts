import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './sources';

// A table in a document that is made from the source: asserted always, written with WRITE_DOCS=1.

type Rows = readonly (readonly string[])[];

const cell = (text: string): string => text.replaceAll('|', '\\|');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export const tableOf = (head: readonly string[], rows: Rows): string =>
  [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');

const between = (name: string): RegExp => new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`);

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
export const writtenTable = (path: string, name: string, made: string): string => {
  const file = join(ROOT, path);
  const text = readFileSync(file, 'utf8');
  if (!between(name).test(text)) throw new Error(`${path} has no place for ${name}`);
  if (process.env['WRITE_DOCS'] === '1')
    writeFileSync(
      file,
      text.replace(between(name), (_, start: string, end: string) => start + made + end),
    );
  return between(name).exec(readFileSync(file, 'utf8'))?.[0].split('\n').slice(1, -1).join('\n') ?? '';
};
