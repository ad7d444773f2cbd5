import { spawn } from 'node:child_process';
import { ROOT } from '../../config/run/paths';

// A process of its own for each side that is measured: none of them waits for the other's event loop.

/** What a worker can be asked to do. */
export type Abilities = Readonly<Record<string, (asked: never) => unknown>>;
type Asked<A extends Abilities, N extends keyof A> = Parameters<A[N]>[0];
type Answered<A extends Abilities, N extends keyof A> = Awaited<ReturnType<A[N]>>;

export interface Worker<A extends Abilities> {
  readonly ask: <N extends keyof A & string>(name: N, asked: Asked<A, N>) => Promise<Answered<A, N>>;
  readonly stop: () => Promise<void>;
}

interface Question {
  readonly name: string;
  readonly asked: unknown;
}
type Reply = { readonly answer: unknown } | { readonly failed: string };

/** A young generation of 16 MB fills many times a second under load, and each time what is still on its way is copied. */
const NODE = ['--max-semi-space-size=64', '--import', './config/run/end-with-parent.mjs', '--import', 'tsx'];

/** One question at a time. */
export function startWorker<A extends Abilities>(script: string): Worker<A> {
  const child = spawn(process.execPath, [...NODE, script], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ask: (name, asked) =>
      new Promise((resolve, reject) => {
        child.once('message', (reply: Reply) => {
          if ('failed' in reply) reject(new Error(`${script}, ${name}: ${reply.failed}`));
          else resolve(reply.answer as never);
        });
        void gone.then(() => reject(new Error(`${script} ended before it answered`)));
        child.send({ name, asked } satisfies Question);
      }),
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The worker's side: answers what it is asked until it is stopped. */
export function answerQuestions(abilities: Abilities): void {
  process.channel?.ref();
  process.on('message', ({ name, asked }: Question) => {
    const told = (reply: Reply) => void process.send?.(reply);
    Promise.resolve()
      .then(() => abilities[name]?.(asked as never))
      .then(
        (answer) => told({ answer: answer ?? null }),
        (error: unknown) => told({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
}
