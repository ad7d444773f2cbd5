import { setTimeout as wait } from 'node:timers/promises';
import { NotTaken } from '@gongji/core';
import { pino } from 'pino';
import { until } from '../../../test/support/until';
import { startJobs } from './background-jobs';
import { openMetrics } from './outside/metrics';

const lines: string[] = [];
const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
const metrics = openMetrics();
const heard = { log, metrics };

describe('the jobs in the background', () => {
  it('run again and again, one round at a time', async () => {
    let [begun, ended, most] = [0, 0, 0];
    const jobs = startJobs(
      async () => {
        begun += 1;
        most = Math.max(most, begun - ended);
        await wait(30);
        ended += 1;
        return { cleared: 2 };
      },
      heard,
      5,
    );
    await until(() => ended > 1);
    await jobs.stop();
    expect(most).toBe(1);
    expect((await metrics.text()).body).toContain(`gongji_job_done_total{job="cleared"} ${2 * ended}\n`);
  });

  it('are waited for when they stop, and do not begin again', async () => {
    let [begun, ended] = [0, 0];
    const round = async () => {
      begun += 1;
      await wait(50);
      ended += 1;
      return {};
    };
    const jobs = startJobs(round, heard, 5);
    await until(() => begun === 1);
    await jobs.stop();
    expect(ended).toBe(1);
    await wait(40);
    expect(ended).toBe(1);
  });

  it('log a failure that goes on once, and another failure of the same job as well', async () => {
    lines.length = 0;
    let rounds = 0;
    const jobs = startJobs(
      async (tellFailure) => {
        rounds += 1;
        tellFailure('sent', rounds < 4 ? new NotTaken(40037) : new NotTaken(47003));
        return {};
      },
      heard,
      5,
    );
    await until(() => rounds > 6);
    await jobs.stop();
    const codes = lines.map((line) => (JSON.parse(line) as { readonly code: unknown }).code);
    expect(codes).toEqual([40037, 47003]);
  });

  it('go on after a round that failed, and the log says which jobs did, without what they say', async () => {
    let rounds = 0;
    const jobs = startJobs(
      async (tellFailure) => {
        rounds += 1;
        tellFailure('cleared', new Error('陈桂兰'));
        throw new Error('陈建国');
      },
      heard,
      5,
    );
    await until(() => rounds > 1);
    await jobs.stop();
    for (const job of ['cleared', 'round'])
      expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(expect.objectContaining({ job, msg: 'JOB_FAILED' }));
    expect(lines.join('')).not.toMatch(/陈/);
    const { body } = await metrics.text();
    expect(body).toMatch(/gongji_job_failures_total\{job="cleared"\} \d/);
    expect(body).not.toMatch(/陈/);
  });
});
