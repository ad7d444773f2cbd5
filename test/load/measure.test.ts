import { setTimeout as wait } from 'node:timers/promises';
import { closedLoop, median, openLoop, percentile } from './measure';

describe('a measurement', () => {
  it('takes a percentile of times in any order', () => {
    const times = Array.from({ length: 100 }, (_none, index) => 100 - index);
    expect([percentile(times, 0.5), percentile(times, 0.99), percentile(times, 1)]).toEqual([51, 100, 100]);
    expect(median([3, 1, 2])).toBe(2);
  });

  it('sends every request once, with so many under way', async () => {
    const sent: number[] = [];
    let [underWay, most] = [0, 0];
    const send = async (index: number) => {
      sent.push(index);
      underWay += 1;
      most = Math.max(most, underWay);
      await wait(1);
      underWay -= 1;
    };
    const { perSecond } = await closedLoop({ count: 50, send }, 8);
    expect(sent.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_none, index) => index));
    expect(most).toBe(8);
    expect(perSecond).toBeGreaterThan(0);
  });

  it('counts the wait of requests that could not even be sent when they were due', async () => {
    const STOPPED_MS = 200;
    let stopped = false;
    const send = async () => {
      const until = performance.now() + (stopped ? 0 : STOPPED_MS);
      stopped = true;
      // Whoever calls and whoever answers both stand still.
      while (performance.now() < until);
    };
    const { p50Ms } = await openLoop({ count: 200, send }, 1_000);
    expect(p50Ms).toBeGreaterThan(STOPPED_MS / 4);
  });
});
