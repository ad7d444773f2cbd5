// What a measured piece of work gives, and how pieces become a figure.

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Times in milliseconds, in any order. */
export function percentile(times: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(times).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const measuredFrom = (times: ArrayLike<number>, seconds: number): Measured => ({
  perSecond: times.length / seconds,
  p50Ms: percentile(times, 0.5),
  p99Ms: percentile(times, 0.99),
});

export const medianOf = (rounds: readonly Measured[]): Measured => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
  p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
});

/** Requests of one round: so many, of which the first tenth warms up and is not counted. */
export interface Work {
  readonly count: number;
  readonly send: (index: number) => Promise<void>;
}

const warmUpOf = (count: number): number => Math.floor(count / 10);

/** Each of so many callers sends its next request when the last one is answered. */
export async function closedLoop({ count, send }: Work, callers: number): Promise<Measured> {
  const warmUp = warmUpOf(count);
  const times = new Float64Array(count - warmUp);
  let [next, startedAt] = [0, performance.now()];
  const call = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const sentAt = performance.now();
      if (index === warmUp) startedAt = sentAt;
      await send(index);
      if (index >= warmUp) times[index - warmUp] = performance.now() - sentAt;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return measuredFrom(times, (performance.now() - startedAt) / 1000);
}

/** Requests come at constant intervals whatever the answers do; a time counts from when the request should have been sent, not from when it was. */
export async function openLoop({ count, send }: Work, arrivalsPerSecond: number): Promise<Measured> {
  const warmUp = warmUpOf(count);
  const times = new Float64Array(count - warmUp);
  const startedAt = performance.now();
  const dueAt = (index: number): number => startedAt + (index * 1000) / arrivalsPerSecond;
  const answers: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const early = dueAt(index) - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    answers.push(
      send(index).then(() => {
        if (index >= warmUp) times[index - warmUp] = performance.now() - dueAt(index);
      }),
    );
  }
  await Promise.all(answers);
  return measuredFrom(times, (performance.now() - dueAt(warmUp)) / 1000);
}
