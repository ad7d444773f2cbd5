import { readFileSync } from 'node:fs';
import { type Edge, openEdge } from '../support/edge';
import { answerOf, type Caller, callRoute, logIn, refusalOf } from '../support/edge-client';
import { wordsOfPdf } from '../support/read-pdf';

describe('help without a smartphone', () => {
  let edge: Edge;
  let son: Caller;
  beforeAll(async () => {
    edge = await openEdge();
    son = await logIn(edge, 'chen-jianguo');
  });
  afterAll(() => edge.close());

  const pdf = async (name: 'counterForm' | 'ownCounterForm', ask: object): Promise<string> => {
    const reply = await callRoute(edge, name, ask);
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="gongji-form-(un)?bind\.pdf"$/);
    return (await wordsOfPdf(Buffer.from(answerOf(name, reply)))).replace(/\s/g, '');
  };

  it('is told to anybody, with sources, and says what nobody published', async () => {
    const help = answerOf('counterHelp', await callRoute(edge, 'counterHelp', { path: { region: '441400' } }));
    expect(help).toMatchObject({
      regionName: '梅州市',
      hotline: '12393',
      office: { confidence: 'ASSUMED' },
      instead: { confidence: 'ASSUMED' },
    });
    expect(help.where.every(({ sourceAddress }) => sourceAddress.startsWith('http'))).toBe(true);
    expect(refusalOf('counterHelp', await callRoute(edge, 'counterHelp', { path: { region: '999999' } })).code).toBe('POLICY_NOT_FOUND');
  });

  it('gives an empty form to anybody, with what the region asks to bring', async () => {
    const words = await pdf('counterForm', { path: { region: '441400' }, query: { purpose: 'bind' } });
    for (const said of ['亲情账户绑定申请表', '梅州市', '参考样表', '申请人签名', '12393', '演示·非官方']) expect(words).toContain(said);
    expect(words).not.toContain('陈');
    expect(await pdf('counterForm', { path: { region: '000000' }, query: { purpose: 'unbind' } })).toContain('亲情账户解绑申请表');
  });

  it('fills in one’s own name and place, and the number masked or not at all', async () => {
    const ask = (number: string) => ({ query: { purpose: 'bind', number }, token: son.token });
    const masked = await pdf('ownCounterForm', ask('masked'));
    expect(masked).toMatch(/陈建国/);
    expect(masked).toMatch(/深圳市/);
    expect(masked).toMatch(/\d{3}\*{13}[\dX]{2}/);
    const blank = await pdf('ownCounterForm', ask('blank'));
    expect(blank).toContain('陈建国');
    expect(blank).not.toContain('*');
    expect(`${masked}${blank}`).not.toMatch(/\d{17}[\dX]/);
  });

  it('leaves no name in the logs, and no number in an address', () => {
    const logged = edge.logLines.join('\n');
    expect(logged).not.toMatch(/陈建国|\d{17}[\dX]/);
    expect(readFileSync('packages/contract/src/help-routes.ts', 'utf8')).not.toMatch(/:name|:certificate/);
  });

  it('is not printed without bounds for one address, nor for one person', async () => {
    const once = { times: 1, seconds: 60 };
    const bounded = await openEdge({ limits: { formsPerAddress: once, formsPerPerson: once } });
    const ask = { path: { region: '441400' }, query: { purpose: 'bind' } } as const;
    expect((await callRoute(bounded, 'counterForm', ask)).status).toBe(200);
    expect(refusalOf('counterForm', await callRoute(bounded, 'counterForm', ask)).code).toBe('RATE_LIMITED');
    const [own, other] = [await logIn(bounded, 'chen-jianguo'), await logIn(bounded, 'chen-guilan')];
    const form = { query: { purpose: 'bind', number: 'blank' } } as const;
    await own.ask('ownCounterForm', form);
    expect((await own.refused('ownCounterForm', form)).code).toBe('RATE_LIMITED');
    await other.ask('ownCounterForm', form);
    await bounded.close();
  });
});
