import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StartedSandbox, startSandbox } from '../testing/start-sandbox';
import { type StubBff, startStubBff } from '../testing/stub-bff';
import type { CounterRecord, Scanned, Settled } from './shapes';

const HOSPITAL = 'H44030000001';
const PHARMACY = 'P44030000001';
const NUMBER = '2611230000047118';
const ID = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;
const CODE = '1234567890123456789012345678901234567890';
const TERMS = { use: 'care', totalFen: 10_000, fundFen: 5000, accounts: '2' };
const AGREED = { ...TERMS, cashFen: 1000 };

let bff: StubBff;
let sandbox: StartedSandbox;
beforeEach(async () => {
  bff = await startStubBff();
  sandbox = await startSandbox({ bffUrl: bff.url });
});
afterEach(async () => {
  await sandbox.stop();
  await bff.stop();
});

const scan = async (payload = CODE) => (await sandbox.post('/counter/api/decode', { institutionCode: HOSPITAL, payload })).body;
const scanned = async (payload?: string) => (await scan(payload)) as Scanned;
const settle = (visitId: string, terms: object = AGREED) => sandbox.post('/counter/api/settle', { visitId, terms });
const records = async () => (await sandbox.get(`/counter/api/records?institution=${HOSPITAL}`)).body as CounterRecord[];
const settleMsgids = () => bff.calls.filter((call) => call.startsWith('2207')).map((call) => call.slice(5));

describe('a scan', () => {
  it('shows the masked name and that a relative shows the code', async () => {
    expect(await scan()).toEqual({
      state: 'done',
      visitId: expect.any(String),
      name: '陈*兰',
      maskedCertificate: expect.stringContaining('*'),
      insuredPlace: '梅州市',
      shownByRelative: true,
      benefit: { enjoys: true, text: '居民医保正常参保。' },
    });
  });

  it('tells the waiting period where benefits have not begun', async () => {
    bff.benefit = { trt_enjymnt_flag: '0', trt_chk_rslt: '待遇等待期还没有满。' };
    expect(await scan()).toMatchObject({ state: 'done', benefit: { enjoys: false, text: '待遇等待期还没有满。' } });
  });

  it('goes on without an answer about benefits, and says that there is none', async () => {
    bff.moods.push('work', 'silence');
    expect(await scan()).toMatchObject({ state: 'done', name: '陈*兰', benefit: null });
  });

  it('sends a msgid of the institution, the second in Shanghai and four digits', async () => {
    await scan();
    expect(bff.calls).toEqual([
      `6101 ${HOSPITAL}202611231000000001`,
      `1101 ${HOSPITAL}202611231000000002`,
      `2001 ${HOSPITAL}202611231000000003`,
    ]);
  });

  it('pressed twice, also at once, is one call and one visit', async () => {
    bff.answerAfterMs = 30;
    const [first, second] = await Promise.all([scan(), scan()]);
    expect(second).toEqual(first);
    expect(await scan()).toEqual(first);
    expect(bff.calls.filter((call) => call.startsWith('6101'))).toHaveLength(1);
  });

  it('tells a refusal with code and text', async () => {
    bff.moods.push('refuse');
    expect(await scan()).toEqual({ state: 'refused', code: 'CODE_INVALID', text: '医保码无效、已用过或已过期。' });
  });

  it('without an answer is tried again under a new msgid, since a gateway takes the number of a question once', async () => {
    bff.moods.push('silence');
    expect(await scan()).toMatchObject({ state: 'silent', code: 'NO_ANSWER' });
    expect(await scan()).toMatchObject({ state: 'done' });
    expect(bff.calls[1]).not.toBe(bff.calls[0]);
  });

  it('of a code that was settled goes to the gateway again', async () => {
    await settle((await scanned()).visitId);
    bff.moods.push('refuse');
    expect(await scan()).toMatchObject({ state: 'refused', code: 'CODE_INVALID' });
  });

  it('at an unknown institution is refused', async () => {
    const answer = await sandbox.post('/counter/api/decode', { institutionCode: 'H99999900001', payload: CODE });
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
  });
});

describe('a pre-settlement', () => {
  it('gives the split in yuan as the gateway says it', async () => {
    const { visitId } = await scanned();
    const { body } = await sandbox.post('/counter/api/pre-settle', { visitId, terms: TERMS });
    expect(body).toMatchObject({ state: 'done', split: { medfee_sumamt: '100.00', fund_pay_sumamt: '50.00', psn_cash_pay: '10.00' } });
  });

  it('of an unknown visit is refused', async () => {
    const answer = await sandbox.post('/counter/api/pre-settle', { visitId: randomUUID(), terms: TERMS });
    expect(answer).toMatchObject({ status: 404, body: { code: 'SETTLEMENT_NOT_FOUND' } });
  });

  it.each([{ totalFen: 0 }, { totalFen: -1 }, { totalFen: 1.5 }, { fundFen: -1 }, { use: 'food' }, { accounts: '3' }, { more: 1 }])(
    'with %j is refused',
    async (change) => {
      const { visitId } = await scanned();
      const answer = await sandbox.post('/counter/api/pre-settle', { visitId, terms: { ...TERMS, ...change } });
      expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
    },
  );
});

describe('a settlement', () => {
  it('has a number and stands in the list of today', async () => {
    const { visitId } = await scanned();
    expect((await settle(visitId)).body).toMatchObject({ state: 'done', name: '陈*兰', split: { setl_id: ID, setl_no: NUMBER } });
    expect(await records()).toMatchObject([{ visitId, state: 'done', number: NUMBER, totalFen: 10_000, name: '陈*兰' }]);
  });

  it('pressed twenty times at once is one settlement with one answer', async () => {
    const { visitId } = await scanned();
    bff.answerAfterMs = 20;
    const answers = await Promise.all(Array.from({ length: 20 }, () => settle(visitId)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(bff.settlements.size).toBe(1);
    expect((await settle(visitId)).body).toEqual(answers[0]?.body);
    expect(settleMsgids()).toHaveLength(1);
  });

  it.each(['silence', 'work-then-silence', 'busy', 'nonsense'] as const)(
    'after %s is asked again under the same msgid and happens once',
    async (mood) => {
      const { visitId } = await scanned();
      bff.moods.push(mood);
      expect((await settle(visitId)).body).toMatchObject({ state: 'silent' });
      expect(await records()).toMatchObject([{ state: 'asking', number: null }]);
      expect((await sandbox.post('/counter/api/ask-again', { visitId })).body).toMatchObject({
        state: 'done',
        split: { setl_id: ID, setl_no: NUMBER },
      });
      expect(new Set(settleMsgids()).size).toBe(1);
      expect(bff.settlements.size).toBe(1);
    },
  );

  it('without an answer takes no other amount', async () => {
    const { visitId } = await scanned();
    bff.moods.push('work-then-silence');
    await settle(visitId);
    expect(await settle(visitId, { ...AGREED, totalFen: 9000 })).toMatchObject({ status: 409, body: { code: 'SETTLEMENT_NOT_ANSWERED' } });
    expect(bff.settlements.size).toBe(1);
  });

  it('that is done takes no other amount', async () => {
    const { visitId } = await scanned();
    await settle(visitId);
    expect(await settle(visitId, { ...AGREED, totalFen: 9000 })).toMatchObject({ status: 409, body: { code: 'SETTLEMENT_TOKEN_INVALID' } });
  });

  it('that was refused can be corrected, under a new msgid', async () => {
    const { visitId } = await scanned();
    bff.moods.push('refuse');
    expect((await settle(visitId)).body).toMatchObject({ state: 'refused', code: 'CODE_INVALID' });
    expect(await records()).toEqual([]);
    expect((await settle(visitId, { ...AGREED, totalFen: 9000 })).body).toMatchObject({ state: 'done' });
    expect(new Set(settleMsgids()).size).toBe(2);
  });

  it('without an answer survives a restart with its msgid', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongji-counter-'));
    const before = await startSandbox({ bffUrl: bff.url, folder });
    const { visitId } = (await before.post('/counter/api/decode', { institutionCode: HOSPITAL, payload: CODE })).body as Scanned;
    bff.moods.push('work-then-silence');
    await before.post('/counter/api/settle', { visitId, terms: AGREED });
    await before.stop();
    const after = await startSandbox({ bffUrl: bff.url, folder });
    const { body } = await after.post('/counter/api/ask-again', { visitId });
    await after.stop();
    rmSync(folder, { recursive: true });
    expect((body as Settled).split).toMatchObject({ setl_id: ID, setl_no: NUMBER });
    expect(new Set(settleMsgids()).size).toBe(1);
  });
});

describe('taking a settlement back', () => {
  const takeBack = (visitId: string) => sandbox.post('/counter/api/void', { visitId });
  const settled = async (): Promise<string> => {
    const { visitId } = await scanned();
    await settle(visitId);
    return visitId;
  };
  const voidCalls = () => bff.calls.filter((call) => call.startsWith('2208'));

  it('gives back what was taken and stays in the list of today', async () => {
    const visitId = await settled();
    const { body } = await takeBack(visitId);
    expect(body).toMatchObject({ state: 'done', name: '陈*兰', split: { acct_pay: '40.00' } });
    expect(await records()).toMatchObject([{ visitId, state: 'voided', number: NUMBER }]);
  });

  it('pressed twice, also at once, is one message', async () => {
    const visitId = await settled();
    bff.answerAfterMs = 20;
    const [first, second] = await Promise.all([takeBack(visitId), takeBack(visitId)]);
    expect(second.body).toEqual(first.body);
    await takeBack(visitId);
    expect(voidCalls()).toHaveLength(1);
  });

  it('without an answer is asked again under the same msgid, also after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongji-counter-'));
    const before = await startSandbox({ bffUrl: bff.url, folder });
    const { visitId } = (await before.post('/counter/api/decode', { institutionCode: HOSPITAL, payload: CODE })).body as Scanned;
    await before.post('/counter/api/settle', { visitId, terms: AGREED });
    bff.moods.push('work-then-silence');
    expect((await before.post('/counter/api/void', { visitId })).body).toMatchObject({ state: 'silent' });
    await before.stop();
    const after = await startSandbox({ bffUrl: bff.url, folder });
    expect((await after.get(`/counter/api/records?institution=${HOSPITAL}`)).body).toMatchObject([{ state: 'voiding' }]);
    expect((await after.post('/counter/api/void', { visitId })).body).toMatchObject({ state: 'done' });
    await after.stop();
    rmSync(folder, { recursive: true });
    expect(new Set(voidCalls()).size).toBe(1);
  });

  it('that is refused leaves the settlement as it was', async () => {
    const visitId = await settled();
    bff.moods.push('refuse');
    expect((await takeBack(visitId)).body).toMatchObject({ state: 'refused' });
    expect(await records()).toMatchObject([{ state: 'done' }]);
  });

  it('of what was not settled is refused', async () => {
    const { visitId } = await scanned();
    expect(await takeBack(visitId)).toMatchObject({ status: 404, body: { code: 'SETTLEMENT_NOT_FOUND' } });
    expect(await takeBack(randomUUID())).toMatchObject({ status: 404, body: { code: 'SETTLEMENT_NOT_FOUND' } });
  });
});

describe('a pharmacy', () => {
  it('uses its own transactions', async () => {
    const scan = await sandbox.post('/counter/api/decode', { institutionCode: PHARMACY, payload: CODE });
    const { visitId } = scan.body as Scanned;
    await sandbox.post('/counter/api/pre-settle', { visitId, terms: { ...TERMS, use: 'drug' } });
    await settle(visitId, { ...AGREED, use: 'drug' });
    await sandbox.post('/counter/api/void', { visitId });
    expect(bff.calls.map((call) => call.slice(0, 4))).toEqual(['6101', '1101', '2001', '2101', '2102', '2103']);
  });
});

describe('the keys of an institution', () => {
  it('never reach the page', async () => {
    const { visitId } = await scanned();
    const told = JSON.stringify([
      await scan(),
      await (await fetch(`${sandbox.url}/counter`)).text(),
      (await settle(visitId)).body,
      await records(),
    ]);
    expect(told).not.toMatch(/secret|access|tttt/);
  });
});
