import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreKeys } from '@gongji/core';
import { z } from 'zod';
import { SettingError } from './settings';

const NAMES = ['certificateKey', 'certificateIndexKey', 'ledgerKey'] as const satisfies readonly (keyof CoreKeys)[];
type Name = (typeof NAMES)[number];
const file = z.strictObject(keysOf(() => z.base64().length(44)));

/** The keys of a demonstration: made once, kept beside its data and readable by its owner only. Throws SettingError. */
export function keysIn(folder: string): CoreKeys {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) {
    const made = keysOf(() => randomBytes(32).toString('base64'));
    writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  const kept = file.safeParse(parsed(readFileSync(path, 'utf8')));
  if (!kept.success)
    throw new SettingError(`${path} does not hold the three keys; what was written with them cannot be read or verified without them`);
  return keysOf((name) => Buffer.from(kept.data[name], 'base64'));
}

function keysOf<T>(make: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<Name, T>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
