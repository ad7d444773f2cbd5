import { type ChildProcess, spawn } from 'node:child_process';

export interface ChildEnd {
  readonly said: string;
  readonly isKilled: boolean;
}

const children = new Set<ChildProcess>();
// One that works until it is killed would outlive a test that failed.
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Runs a bundled child until it ends or is killed; throws where it ended badly by itself. `onSaid` hears everything that it has said so far, and may kill it. */
export const runChild = (argv: readonly string[], onSaid: (said: string, kill: () => void) => void = () => undefined): Promise<ChildEnd> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    let [said, complaint] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      onSaid(said, () => void child.kill('SIGKILL'));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2000)));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      children.delete(child);
      if (signal === 'SIGKILL' || code === 0) resolve({ said, isKilled: signal === 'SIGKILL' });
      else reject(new Error(`the child ended by itself: ${code} ${complaint}`));
    });
  });
