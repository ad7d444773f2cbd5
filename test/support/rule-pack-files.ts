import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Tests run from the root, with and without Jest. */
const FOLDER = 'config/policies';

/** The rule packs of this repository, as they stand in their files and nobody has checked them. */
export const readRulePackFiles = (): readonly { readonly file: string; readonly raw: unknown }[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, raw: parse(readFileSync(join(FOLDER, file), 'utf8')) }));
