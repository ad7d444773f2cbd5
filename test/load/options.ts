import { parseArgs } from 'node:util';

// How much of everything a run of the bench does.

export interface Plan {
  readonly quick: boolean;
  readonly seed: number;
  /** Where the result is kept, from the root. */
  readonly resultFile: string;
  readonly rounds: number;
  /** Pots in the small and in the large books; no large ones: null. */
  readonly accounts: number;
  readonly manyAccounts: number | null;
  /** Requests a round. */
  readonly requests: number;
  readonly httpRequests: number;
  readonly aloneRequests: number;
  readonly embeddedRequests: number;
  readonly yardstickSeconds: number;
  readonly openLoopSeconds: number;
  readonly pgbenchScale: number;
  readonly sharedBuffers: string;
}

const FULL = {
  rounds: 3,
  accounts: 1e5,
  manyAccounts: 1e7,
  requests: 60_000,
  httpRequests: 20_000,
  aloneRequests: 1_000,
  embeddedRequests: 5_000,
  yardstickSeconds: 8,
  openLoopSeconds: 8,
  pgbenchScale: 50,
  sharedBuffers: '4GB',
  resultFile: 'bench/result.json',
};

/** Shows that everything works, and nothing about how fast it is. */
const QUICK = {
  rounds: 1,
  accounts: 2e3,
  manyAccounts: 4e3,
  requests: 400,
  httpRequests: 300,
  aloneRequests: 100,
  embeddedRequests: 200,
  yardstickSeconds: 3,
  openLoopSeconds: 1,
  pgbenchScale: 4,
  sharedBuffers: '256MB',
  resultFile: 'bench/quick.json',
};

export const USAGE = 'npm run bench -- [--quick] [--accounts 1e5] [--rounds 3] [--seed 1]';

/** Throws a line that says what is wrong. */
export function readPlan(argv: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      accounts: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const usual = values.quick ? QUICK : FULL;
  const most = wholeNumber('accounts', values.accounts ?? String(usual.manyAccounts));
  return {
    ...usual,
    quick: values.quick,
    manyAccounts: most > usual.accounts ? most : null,
    rounds: wholeNumber('rounds', values.rounds ?? String(usual.rounds)),
    seed: wholeNumber('seed', values.seed),
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number, 1 or more, not ${text}. ${USAGE}`);
  return number;
}

/** 1e5 for 100,000. */
export const shortNumber = (number: number): string => number.toExponential().replace('+', '');
