import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreKeys } from '@gongji/core';
import { z } from 'zod';
import { SettingError } from './settings';

const file = z.strictObject({ certificateKey: z.base64().length(44), certificateIndexKey: z.base64().length(44) });

/** The keys of a demonstration: made once, kept beside its data and readable by its owner only. Throws SettingError. */
export function keysIn(folder: string): CoreKeys {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) {
    const made = { certificateKey: randomBytes(32).toString('base64'), certificateIndexKey: randomBytes(32).toString('base64') };
    writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  const kept = file.safeParse(parsed(readFileSync(path, 'utf8')));
  if (!kept.success) throw new SettingError(`${path} does not hold the two keys; what was sealed with them cannot be read without them`);
  return {
    certificateKey: Buffer.from(kept.data.certificateKey, 'base64'),
    certificateIndexKey: Buffer.from(kept.data.certificateIndexKey, 'base64'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
