import { NoAnswer, NotSent } from '@gongji/core';
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  type BulkheadPolicy,
  CircuitState,
  circuitBreaker,
  type CircuitBreakerPolicy,
  CountBreaker,
  ExponentialBackoff,
  handleType,
  handleWhen,
  type IBackoffFactory,
  IterableBackoff,
  retry,
} from 'cockatiel';
import { openRetryBudget } from './retry-budget';

// What stands between us and a party that may be in trouble. Policies are cockatiel's; the budget for repetitions is ours.

export interface GuardedCall<T> {
  /** Each part has a circuit and a lane of its own: one that is out or slow takes no other with it. */
  readonly part: string;
  /** Throws NotSent or NoAnswer. */
  readonly send: () => Promise<T>;
  /** A question that changes nothing there. */
  readonly isQuestion: boolean;
}

export interface GuardOptions {
  /** How long an open circuit stays open before one call may try, from one opening to the next. */
  readonly openForMs: readonly number[];
  /** The pause before a repetition; has jitter, so that processes do not repeat in step. */
  readonly pause: IBackoffFactory<unknown>;
  readonly atOnce: number;
  readonly waiting: number;
  readonly onCircuit: (part: string, state: 'open' | 'trying' | 'closed') => void;
}

const USUAL: GuardOptions = {
  openForMs: [5_000, 10_000, 20_000, 40_000, 60_000],
  pause: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }),
  atOnce: 32,
  waiting: 500,
  onCircuit: () => undefined,
};

/** Opens when half of the last twenty calls have failed, and not before ten were made. By calls, not by seconds: it works at any load. */
const FAILURES = { threshold: 0.5, size: 20, minimumNumberOfCalls: 10 } as const;
const MOST_REPEATS = 1;

interface Lane {
  readonly circuit: CircuitBreakerPolicy;
  readonly room: BulkheadPolicy;
}

export type Guard = <T>(call: GuardedCall<T>) => Promise<T>;

/**
 * A circuit open, or a lane full, is NotSent at once. A question is repeated once; what changes something there is repeated only where it surely did not
 * arrive. The port promises that the same id gets the same answer, but its other side is not ours: after a lost answer the jobs ask before they act.
 */
export function guardParty(options: Partial<GuardOptions> = {}): Guard {
  const chosen = { ...USUAL, ...options };
  const lanes = new Map<string, Lane>();
  const budget = openRetryBudget();
  const laneOf = (part: string): Lane => {
    const lane = lanes.get(part) ?? openLane(part, chosen);
    lanes.set(part, lane);
    return lane;
  };
  return async ({ part, send, isQuestion }) => {
    const lane = laneOf(part);
    let tries = 0;
    let mayHaveArrived = false;
    const attempt = () => {
      tries += 1;
      if (tries === 1) budget.countCall();
      return send();
    };
    const mayRepeat = (error: Error): boolean => {
      mayHaveArrived ||= error instanceof NoAnswer;
      const isSafe = error instanceof NotSent || (isQuestion && error instanceof NoAnswer);
      return isSafe && tries <= MOST_REPEATS && budget.takeRepeat();
    };
    const repeating = retry(handleWhen(mayRepeat), { maxAttempts: MOST_REPEATS, backoff: chosen.pause });
    try {
      return await repeating.execute(() => through(lane, attempt));
    } catch (error) {
      if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError || error instanceof NotSent)
        throw mayHaveArrived ? new NoAnswer() : new NotSent();
      throw error;
    }
  };
}

function openLane(part: string, { openForMs, atOnce, waiting, onCircuit }: GuardOptions): Lane {
  const isFailure = handleType(NoAnswer).orType(NotSent);
  const circuit = circuitBreaker(isFailure, { halfOpenAfter: new IterableBackoff(openForMs), breaker: new CountBreaker(FAILURES) });
  circuit.onBreak(() => onCircuit(part, 'open'));
  circuit.onHalfOpen(() => onCircuit(part, 'trying'));
  circuit.onReset(() => onCircuit(part, 'closed'));
  return { circuit, room: bulkhead(atOnce, waiting) };
}

/** While the circuit is not closed nobody queues: one call may try, everybody else is told at once. What waited for its turn looks again. */
function through<T>({ circuit, room }: Lane, attempt: () => Promise<T>): Promise<T> {
  const pass = () => {
    if (circuit.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
    return circuit.execute(attempt);
  };
  return circuit.state === CircuitState.Closed ? room.execute(pass) : Promise.resolve().then(pass);
}
