import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreEverybody } from './register/register';
import { SettingError } from './settings';
import { freshState, type SandboxState, sandboxState } from './state';

// One JSON file, replaced as a whole by rename: a reader or a restart sees the old state or the new one, never half of either.

export interface StateFile {
  readonly current: SandboxState;
  /** Resolves when everything changed so far is on the disk. Callers that come while a write runs share the next one. */
  readonly save: () => Promise<void>;
  /** Forgets everything but the number of the register's last change. */
  readonly reset: () => Promise<void>;
}

export function openStateFile(folder: string | null): StateFile {
  const path = folder === null ? null : join(folder, 'sandbox.json');
  let current = path === null ? freshState() : load(path);
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const write = async () => {
    if (path !== null) await replace(path, JSON.stringify(current));
  };
  const save = (): Promise<void> => {
    if (next !== null) return next;
    const start = async () => {
      await running?.catch(() => undefined);
      next = null;
      running = write();
      await running;
    };
    next = start();
    return next;
  };

  return {
    get current() {
      return current;
    },
    save,
    reset: () => {
      current = { ...freshState(), register: restoreEverybody(current.register) };
      return save();
    },
  };
}

function load(path: string): SandboxState {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    return sandboxState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return freshState();
    if (code !== undefined) throw new SettingError(`cannot use ${path}: ${code}`);
    throw new SettingError(`${path} is not a state of this sandbox; move it away to start afresh`);
  }
}

async function replace(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
