import { ERRORS } from '@gongji/domain';
import { operate } from '../../apps/bff/src/operate/commands';
import { type Edge, openEdge } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';

// A complaint from the form to the operator's desk and back.

const SECRET_WORDS = '我母亲的药费被多扣了';
const PHONE = '13800001234';

describe('a complaint', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  beforeAll(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
  });
  afterAll(() => edge.close());

  const body = { kind: 'debit', text: `${SECRET_WORDS}，请核实。`, about: null, reference: null, errorCode: null, phone: null } as const;
  const run = (...argv: string[]) => operate(edge.deps.core, argv);

  it('gets a number at once, is answered at the operator’s command line, and the writer hears of it', async () => {
    const written = await son.ask('writeComplaint', { body: { ...body, phone: '138-0000-1234', reference: 'a1b2c3d4' } });
    expect(written).toMatchObject({ state: 'received', phone: '138****1234', reference: 'a1b2c3d4' });

    const listed = await run('complaints', 'list');
    expect(listed).toMatchObject({ exitCode: 0, text: expect.stringContaining(written.numberText) });
    expect(listed.text).toContain('要求回电');
    expect(listed.text).not.toMatch(new RegExp(`${SECRET_WORDS}|${PHONE}`));
    expect((await run('complaints', 'show', written.number)).text).toMatch(new RegExp(`${PHONE}[^]*${SECRET_WORDS}`));

    const [first, second] = written.numberText.split(' ');
    expect(await run('complaints', 'answer', `${first}-${second}`, '已核实，', '没有多扣。')).toMatchObject({ exitCode: 0 });
    expect(await son.ask('complaint', { path: { complaintId: written.complaintId } })).toMatchObject({
      state: 'answered',
      answers: [{ text: '已核实， 没有多扣。' }],
    });
    expect((await son.ask('messages')).messages[0]).toMatchObject({ title: '投诉建议已答复' });
    expect(await run('complaints', 'answer', written.number, '已核实，', '没有多扣。')).toMatchObject({ exitCode: 1 });
  });

  it('is somebody else’s to nobody, and ends once', async () => {
    const { complaintId } = await son.ask('writeComplaint', { body });
    const path = { complaintId };
    expect(await mother.ask('complaints')).toEqual({ complaints: [] });
    for (const name of ['complaint', 'closeComplaint'] as const)
      expect(await mother.refused(name, name === 'complaint' ? { path } : { path, body: {} })).toMatchObject({
        code: 'COMPLAINT_NOT_FOUND',
        status: 404,
      });
    expect(await son.ask('closeComplaint', { path, body: {} })).toMatchObject({ state: 'closed' });
    expect(await son.refused('closeComplaint', { path, body: {} })).toMatchObject({ code: 'COMPLAINT_CLOSED', status: 409 });
  });

  it.each([
    [{ text: '   太短 ' }, 'text'],
    [{ text: '长'.repeat(1001) }, 'text'],
    [{ phone: '12345' }, 'phone'],
    [{ reference: '../../etc' }, 'reference'],
    [{ kind: 'anything' }, 'kind'],
  ])('with %j is sent back naming the field', async (change, field) => {
    const refusal = await son.refused('writeComplaint', { body: { ...body, ...change } });
    expect(refusal).toMatchObject({ code: 'REQUEST_INVALID', fields: [{ path: field }] });
  });

  it('the command line ends with 1 once a promise was not kept, and tells a misheard number from one that is not there', async () => {
    await mother.ask('writeComplaint', { body });
    edge.pretendNow(new Date('2026-12-01T02:00:00Z'));
    expect(await run('complaints', 'list')).toMatchObject({ exitCode: 1, text: expect.stringContaining('已超期') });
    edge.pretendNow(new Date('2026-11-23T02:00:00Z'));
    await expect(run('complaints', 'show', '261123000001')).rejects.toThrow('校验码');
    expect(await run('complaints', 'show', '000000000000')).toMatchObject({ exitCode: 1 });
    for (const argv of [[], ['list', 'all'], ['answer', '000000000000'], ['delete', '000000000000']])
      await expect(run('complaints', ...argv)).rejects.toThrow('用法');
  });

  it('leaves no word and no phone in the logs', () => {
    const logged = edge.logLines.join('\n');
    for (const text of [SECRET_WORDS, PHONE, '138-0000-1234', '没有多扣']) expect(logged).not.toContain(text);
    expect(logged).toContain('/api/complaints');
  });

  it('has limits that say when to come again', async () => {
    const others = await logIn(edge, 'chen-xiaoyu').catch(() => mother);
    for (let count = 0; count < 6; count += 1) await others.ask('writeComplaint', { body }).catch(() => undefined);
    const refusal = await others.refused('writeComplaint', { body });
    expect(refusal).toMatchObject({ code: 'COMPLAINT_TOO_MANY', nextStep: ERRORS.COMPLAINT_TOO_MANY.nextStep });
    expect(refusal.text).toContain('5');
  });
});
