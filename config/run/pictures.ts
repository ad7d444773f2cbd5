import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale';
import { ROOT } from './paths';

// `npm run pictures`: a contact sheet of every page in every state. `npm run pictures -- --keep`: how they look now is what the next run compares with.

const draw = async (keep: boolean): Promise<number> => {
  await buildIfStale('h5');
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--config', 'config/jest.config.mjs', '--selectProjects', 'screens', '--testPathPatterns', 'screens/screens'];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PICTURES: keep ? 'keep' : 'look' } });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (ended) => resolve(ended ?? 1));
  });
  console.log(keep ? 'Kept in test/screens/kept' : 'Look through: test/.output/pictures/index.html');
  return code;
};

draw(process.argv.includes('--keep')).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
