import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Folders that this process holds: its own process id in a lock file may be that of a predecessor, as in a container, where it is always the same. */
const held = new Set<string>();

/**
 * PGlite has no lock of its own, and two processes on one folder lose rows silently. The lock is a file beside the folder that names its holder;
 * one whose holder is gone is taken over. It guards one host: a folder on a network drive is not protected.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = `${resolve(folder)}.lock`;
  // Twice: once for the lock a dead process left behind.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (!held.has(file) && tryWrite(file)) return () => unlock(file);
    const [pid = 0, startedAt = ''] = readFileSync(file, 'utf8').split(' ');
    if (held.has(file) || isHolder(Number(pid), startedAt)) throw new Error(`the data folder ${folder} is open in process ${pid}`);
    rmSync(file, { force: true });
  }
  throw new Error(`the data folder ${folder} is being opened by another process`);
}

function tryWrite(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${startOf(process.pid) ?? ''}`, { flag: 'wx' });
    held.add(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function unlock(file: string): void {
  rmSync(file, { force: true });
  held.delete(file);
}

/** Lives a process with this id, and is it the one that wrote the lock? */
function isHolder(pid: number, startedAt: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(pid);
  return start === undefined || startedAt === '' || start === startedAt;
}

/** When a process started, in ticks since boot, where the system says so (Linux). `gone` for one that has ended and waits for its parent. */
function startOf(pid: number): string | undefined {
  try {
    // The name in parentheses may hold anything; the fields after it are numbers but for the first, the state.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ');
    return fields?.[0] === 'Z' ? 'gone' : fields?.[19];
  } catch {
    return undefined;
  }
}
