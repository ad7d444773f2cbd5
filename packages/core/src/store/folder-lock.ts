import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * PGlite has no lock of its own, and two processes on one folder lose rows silently. The lock is a file beside the folder with the holder's
 * process id; one whose process is gone is taken over. It guards one host: a folder on a network drive is not protected.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = `${folder.replace(/\/+$/, '')}.lock`;
  // Twice: once for the lock a dead process left behind.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (tryWrite(file)) return () => rmSync(file, { force: true });
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder)) throw new Error(`the data folder ${folder} is open in process ${holder}`);
    rmSync(file, { force: true });
  }
  throw new Error(`the data folder ${folder} is being opened by another process`);
}

function tryWrite(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
