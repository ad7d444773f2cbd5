import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths';

/** Jest in this terminal; answers its exit code. */
export const runJest = (argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> => {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [jest, '--config', 'config/jest.config.mjs', ...argv], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // The terminal's Ctrl-C reaches Jest by itself; we wait for its tidying up.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
};
