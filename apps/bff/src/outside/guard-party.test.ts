import { setImmediate as turn } from 'node:timers/promises';
import { NoAnswer, NotSent } from '@gongji/core';
import { ConstantBackoff } from 'cockatiel';
import { type Guard, type GuardOptions, guardParty } from './guard-party';

// What a party receives when it is in trouble, by count: no test here looks at a clock.

const AT_ONCE: Partial<GuardOptions> = { pause: new ConstantBackoff(0) };
/** Open circuits try again at the next call, which is the most that a party can ever receive. */
const EAGER: Partial<GuardOptions> = { ...AT_ONCE, openForMs: [-1] };
const FOR_EVER: Partial<GuardOptions> = { ...AT_ONCE, openForMs: [1e9] };

/** The same numbers every time: a multiplicative generator modulo 2^31 − 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Shape = (received: number, random: () => number) => 'ok' | 'not-sent' | 'no-answer';

interface Counted {
  readonly received: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/** So many calls, so many at once, to a party that behaves by the shape. */
async function offer(
  guard: Guard,
  ask: { readonly calls: number; readonly atOnce: number; readonly isQuestion: boolean; readonly shape: Shape },
): Promise<Counted> {
  const random = seeded(20_270_101);
  const outcomes: Record<string, number> = {};
  let received = 0;
  const send = async () => {
    received += 1;
    const answer = ask.shape(received, random);
    await turn();
    if (answer === 'not-sent') throw new NotSent();
    if (answer === 'no-answer') throw new NoAnswer();
    return answer;
  };
  const one = async () => {
    const outcome = await guard({ part: 'levy', isQuestion: ask.isQuestion, send }).catch((error: Error) => error.name);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  for (let done = 0; done < ask.calls; done += ask.atOnce) await Promise.all(Array.from({ length: ask.atOnce }, one));
  return { received, outcomes };
}

const SHAPES: Readonly<Record<string, Shape>> = {
  'is well': () => 'ok',
  'is out': () => 'no-answer',
  'cannot be reached': () => 'not-sent',
  'fails every other call': (received) => (received % 2 === 0 ? 'no-answer' : 'ok'),
  'fails half of its calls at random': (_, random) => (random() < 0.5 ? 'no-answer' : 'ok'),
  'fails one call in ten': (_, random) => (random() < 0.1 ? 'no-answer' : 'ok'),
  'is well for long and then out for long': (received) => (received % 200 < 100 ? 'ok' : 'no-answer'),
  'comes and goes': (received) => (Math.floor(received / 15) % 2 === 0 ? 'no-answer' : 'ok'),
  'sometimes cannot be reached and sometimes does not answer': (_, random) =>
    random() < 0.4 ? 'not-sent' : random() < 0.5 ? 'no-answer' : 'ok',
};

describe.each(Object.entries(SHAPES))('a party that %s', (_name, shape) => {
  it.each([
    [1, true],
    [1, false],
    [50, true],
    [50, false],
  ])('receives at most 1.2 times the calls that were made (%i at once, question: %p)', async (atOnce, isQuestion) => {
    for (const options of [EAGER, FOR_EVER]) {
      const calls = 600;
      const { received, outcomes } = await offer(guardParty(options), { calls, atOnce, isQuestion, shape });
      expect(received).toBeLessThanOrEqual(calls * 1.2);
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(calls);
    }
  });
});

describe('a party that is out', () => {
  it('is asked ten times and a little, and then no more: everybody is told at once that nothing was sent', async () => {
    const { received, outcomes } = await offer(guardParty(FOR_EVER), {
      calls: 1000,
      atOnce: 1,
      isQuestion: true,
      shape: () => 'no-answer',
    });
    expect(received).toBe(10);
    expect(outcomes['NotSent']).toBeGreaterThan(980);
  });

  it('and comes back is tried by one call, while the others are told at once, and is then open to all', async () => {
    const guard = guardParty(EAGER);
    await offer(guard, { calls: 12, atOnce: 12, isQuestion: false, shape: () => 'no-answer' });
    let sent = 0;
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const call = () =>
      guard({
        part: 'levy',
        isQuestion: false,
        send: async () => {
          sent += 1;
          await slow;
          return 'ok';
        },
      });
    const probe = call();
    await turn();
    await expect(Promise.allSettled(Array.from({ length: 20 }, call))).resolves.toEqual(
      Array.from({ length: 20 }, () => ({ status: 'rejected', reason: expect.any(NotSent) })),
    );
    expect(sent).toBe(1);
    answer();
    await expect(probe).resolves.toBe('ok');
    await expect(Promise.all(Array.from({ length: 20 }, call))).resolves.toHaveLength(20);
  });

  it('leaves another part of itself in service', async () => {
    const guard = guardParty(FOR_EVER);
    await offer(guard, { calls: 50, atOnce: 1, isQuestion: true, shape: () => 'no-answer' });
    await expect(guard({ part: 'apply', isQuestion: false, send: async () => 'ok' })).resolves.toBe('ok');
  });

  it('is told to the operator, part by part', async () => {
    const seen: string[] = [];
    const guard = guardParty({ ...EAGER, onCircuit: (part, state) => void seen.push(`${part} ${state}`) });
    await offer(guard, { calls: 10, atOnce: 1, isQuestion: false, shape: () => 'no-answer' });
    await offer(guard, { calls: 1, atOnce: 1, isQuestion: false, shape: () => 'ok' });
    expect(seen).toEqual(['levy open', 'levy trying', 'levy closed']);
  });
});

describe('a call', () => {
  /** Enough calls that went well to pay for repetitions. */
  const funded = async () => {
    const guard = guardParty(AT_ONCE);
    await offer(guard, { calls: 100, atOnce: 1, isQuestion: true, shape: () => 'ok' });
    return guard;
  };
  const failing = (errors: readonly Error[]) => {
    const left = [...errors];
    let sent = 0;
    return {
      count: () => sent,
      send: async () => {
        sent += 1;
        const error = left.shift();
        if (error !== undefined) throw error;
        return 'ok';
      },
    };
  };

  it.each([
    ['a question without an answer is repeated', true, [new NoAnswer()], 2, 'ok'],
    ['a question is repeated once', true, [new NoAnswer(), new NoAnswer()], 2, 'NoAnswer'],
    ['a change without an answer is not repeated: it may have been made', false, [new NoAnswer()], 1, 'NoAnswer'],
    ['a change that surely did not arrive is repeated', false, [new NotSent()], 2, 'ok'],
    [
      'what may have arrived once is not NotSent because it did not arrive the second time',
      true,
      [new NoAnswer(), new NotSent()],
      2,
      'NoAnswer',
    ],
    ['what did not arrive twice is NotSent', true, [new NotSent(), new NotSent()], 2, 'NotSent'],
    ['a bug of ours is not repeated and not renamed', true, [new TypeError()], 1, 'TypeError'],
  ])('%s', async (_name, isQuestion, errors, sent, outcome) => {
    const party = failing(errors);
    const guard = await funded();
    const came = await guard({ part: 'levy', isQuestion, send: party.send }).catch((error: Error) => error.name);
    expect([came, party.count()]).toEqual([outcome, sent]);
  });

  it('is not repeated while nothing was saved up for it', async () => {
    const party = failing([new NoAnswer()]);
    await expect(guardParty(AT_ONCE)({ part: 'levy', isQuestion: true, send: party.send })).rejects.toThrow(NoAnswer);
    expect(party.count()).toBe(1);
  });

  it('beyond the room there is was not sent', async () => {
    let sent = 0;
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const send = async () => {
      sent += 1;
      await slow;
      return 'ok';
    };
    const guard = guardParty({ ...AT_ONCE, atOnce: 3, waiting: 4 });
    const calls = Array.from({ length: 10 }, () => guard({ part: 'levy', isQuestion: true, send }));
    const outcomes = Promise.allSettled(calls);
    await turn();
    expect(sent).toBe(3);
    answer();
    const settled = await outcomes;
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
    expect(settled.filter((one) => one.status === 'rejected' && one.reason instanceof NotSent)).toHaveLength(3);
  });
});
