import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint';
import { ROOT } from './paths';

export type Target = 'h5' | 'weapp';

const APP = 'apps/miniapp';
export const SOURCES: readonly string[] = [APP, 'packages/domain', 'packages/contract', 'packages/texts', 'package-lock.json'];
const WHAT = { h5: 'the browser version', weapp: 'the WeChat version' };
const FIRST_FILE = { h5: 'index.html', weapp: 'app.json' };
const PROGRESS_MS = 10_000;

/** Builds the mini program for a target unless its build is there and was made from these very sources. Throws with the build's output. */
export const buildIfStale = async (target: Target): Promise<void> => {
  const stamp = join(ROOT, APP, 'dist', `${target}.stamp`);
  // A browser asks where it came from; the WeChat version has the address compiled in.
  const print = fingerprint(ROOT, SOURCES, target === 'weapp' ? [process.env['BFF_URL'] ?? ''] : []);
  const built = existsSync(join(ROOT, APP, 'dist', target, FIRST_FILE[target]));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return;
  rmSync(stamp, { force: true });
  await build(target);
  mkdirSync(join(ROOT, APP, 'dist'), { recursive: true });
  writeFileSync(stamp, print);
};

const build = async (target: Target): Promise<void> => {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log(`Building ${WHAT[target]} of the mini program (half a minute or more; only when its sources changed) …`);
  const progress = setInterval(() => console.log(`  … ${WHAT[target]}: ${seconds()} s`), PROGRESS_MS);
  try {
    const { code, output } = await runTaro(target);
    if (code !== 0) throw new Error(`${output}\nBuilding ${WHAT[target]} failed.`);
    console.log(`  ${WHAT[target]} is done in ${seconds()} s`);
  } finally {
    clearInterval(progress);
  }
};

const runTaro = (target: Target): Promise<{ code: number | null; output: string }> => {
  const taro = join(ROOT, 'node_modules/@tarojs/cli/bin/taro');
  const child = spawn(process.execPath, [taro, 'build', '--type', target], {
    cwd: join(ROOT, APP),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.removeListener('exit', endWithUs);
      resolve({ code, output });
    });
  });
};
