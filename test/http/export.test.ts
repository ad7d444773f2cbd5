import { type Edge, openEdge } from '../support/edge';
import { callRoute, refusalOf } from '../support/edge-client';
import { doMainJob, type MainJob } from '../support/main-job';

describe('the files with everything about me', () => {
  let edge: Edge;
  let job: MainJob;
  beforeAll(async () => {
    edge = await openEdge({ limits: { exportsPerPerson: { times: 3, seconds: 60 } } });
    job = await doMainJob(edge);
  });
  afterAll(() => edge.close());

  it('is one file for programs, named by the day alone', async () => {
    const { status, headers, body } = await callRoute(edge, 'exportFile', { token: job.son.token });
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="gongji-my-data-2026-11-23.json"']);
    const text = JSON.stringify(body);
    expect(text).toContain('陈建国');
    for (const secret of ['陈桂兰', job.mother.personId]) expect(text).not.toContain(secret);
  });

  it('is one page for people, with nothing that runs in it', async () => {
    const { headers, body } = await callRoute(edge, 'exportPage', { token: job.son.token });
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      expect.stringContaining('text/html'),
      'attachment; filename="gongji-my-data-2026-11-23.html"',
    ]);
    expect(String(body)).toContain('<h2>亲情账户绑定 (1)</h2>');
    for (const cell of [
      '居民身份证',
      '深圳市',
      '2026年11月23日 10:00',
      '¥1,800.00',
      '已申请，待清缴',
      '<svg viewBox="0 0 34 24"><path d="M10 10L20 20L30 10"/>',
    ])
      expect(String(body)).toContain(cell);
    expect(String(body)).not.toMatch(/<script|<img|https?:\/\/|陈桂兰/);
  });

  it('is one page in the language of the phone', async () => {
    const { body } = await callRoute(edge, 'exportPage', { token: job.mother.token, headers: { 'accept-language': 'en' } });
    for (const cell of [
      '<html lang="en">',
      '<h2>Bindings with relatives (1)</h2>',
      'Resident identity card',
      '23 Nov 2026 10:00',
      '陈桂兰',
    ])
      expect(String(body)).toContain(cell);
  });

  it('is made a bounded number of times, and leaves nothing of it in the logs', async () => {
    await callRoute(edge, 'exportFile', { token: job.son.token });
    expect(refusalOf('exportFile', await callRoute(edge, 'exportFile', { token: job.son.token })).code).toBe('RATE_LIMITED');
    expect(edge.logLines.join('\n')).not.toContain('陈建国');
  });
});
