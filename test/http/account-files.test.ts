import { type Edge, openEdge } from '../support/edge';
import { type Caller, logIn, send } from '../support/edge-client';
import { doMainJob } from '../support/main-job';

describe('the file of entries', () => {
  let edge: Edge;
  let son: Caller;
  beforeAll(async () => {
    edge = await openEdge();
    ({ son } = await doMainJob(edge));
  });
  afterAll(() => edge.close());

  const bytesOf = async (query = '', { token } = son) => {
    const answer = await fetch(`${edge.url}/api/account/entries.csv${query}`, { headers: { authorization: `Bearer ${token}` } });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const linesOf = async (query = '') => {
    const { bytes } = await bytesOf(query);
    return bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
  };

  it('begins with the byte order mark that Excel asks for, is called by the day alone, and is kept by nobody', async () => {
    const { answer, bytes } = await bytesOf();
    expect(answer.status).toBe(200);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="gongji-entries-2026-11-23.csv"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('has a line for each entry, newest first, in yuan, with nobody’s whole name', async () => {
    const [head, ...lines] = await linesOf();
    expect(head).toBe('时间,事项,账户,收入（元）,支出（元）,冻结（元）,解除冻结（元）,该账户余额（元）,其中冻结（元）,为谁,对方,编号');
    expect(lines.map((line) => line.split(',').slice(0, 11).join())).toEqual([
      '2026-11-23 10:00:00,代缴居民医保费，先冻结,历年账户,,,400.00,,6120.00,400.00,陈*兰,税务部门',
      '2026-11-23 10:00:00,就医购药,历年账户,,80.00,,,6120.00,0.00,陈*兰,深圳市莲花医院（演示）',
      '2026-11-23 10:00:00,期初余额,历年账户,6200.00,,,,6200.00,0.00,本人,开户余额',
      '2026-11-23 10:00:00,期初余额,当年账户,1800.00,,,,1800.00,0.00,本人,开户余额',
    ]);
    expect(lines.map((line) => line.split(',')[11])).toEqual([
      expect.stringMatching(/^GJ\d{20}$/),
      expect.stringMatching(/^\d{4} \d{4} \d{4} \d{4}$/),
      '',
      '',
    ]);
    expect(lines.join()).not.toMatch(/陈桂兰|陈建国/);
  });

  it('takes the filter of the list, and no other parameter', async () => {
    expect(await linesOf('?kind=settlement&year=2026')).toHaveLength(2);
    expect(await linesOf('?year=2025')).toHaveLength(1);
    expect((await send(edge, { method: 'GET', path: '/api/account/entries.csv?limit=1', token: son.token })).status).toBe(422);
    expect((await send(edge, { method: 'GET', path: '/api/account/entries?month=11', token: son.token })).status).toBe(422);
  });

  it('writes what would be a formula as text', async () => {
    const name = '=HYPERLINK("http://example.org"),+1';
    await edge.pool.query('update institutions set name = $1', [name]);
    const [, line] = await linesOf('?kind=settlement');
    expect(line).toContain(`,"'=HYPERLINK(""http://example.org""),+1",`);
  });

  it('is refused like any answer where there is no account', async () => {
    const mother = await logIn(edge, 'chen-guilan');
    const { answer, bytes } = await bytesOf('', mother);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      404,
      'application/problem+json',
      null,
    ]);
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });
});

describe('the months that pass', () => {
  it('credit the account and turn it into last year’s money, when the clock of the sandbox moves on', async () => {
    const edge = await openEdge();
    const son = await logIn(edge, 'chen-jianguo');
    await edge.moveClockTo(new Date('2026-12-01T02:00:00Z'));
    expect(await son.ask('account')).toMatchObject({ balanceFen: 818_000 });
    await edge.moveClockTo(new Date('2027-01-01T02:00:00Z'));
    expect((await son.ask('account')).pots).toEqual([
      { pot: 'currentYear', balanceFen: 18_000, frozenFen: 0 },
      { pot: 'carriedOver', balanceFen: 818_000, frozenFen: 0 },
    ]);
    expect((await son.ask('accountSums')).years.map(({ year, inFen }) => [year, inFen])).toEqual([
      [2027, 18_000],
      [2026, 18_000],
    ]);
    expect((await son.ask('accountTrend')).months.map(({ month, balanceFen }) => [month, balanceFen])).toEqual([
      ['2026-11', 800_000],
      ['2026-12', 818_000],
      ['2027-01', 836_000],
    ]);
    expect((await son.ask('messages')).messages.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['个人账户划入', '当年余额转入历年']),
    );
    await edge.close();
  });

  it('are caught up with when the register comes back', async () => {
    const edge = await openEdge();
    const son = await logIn(edge, 'chen-jianguo');
    await edge.fault('register-credits', 'silence', 1);
    await edge.moveClockTo(new Date('2026-12-01T02:00:00Z'));
    expect(await son.ask('account')).toMatchObject({ balanceFen: 800_000 });
    await edge.moveClockTo(new Date('2026-12-01T02:00:05Z'));
    expect(await son.ask('account')).toMatchObject({ balanceFen: 818_000 });
    await edge.close();
  });
});
