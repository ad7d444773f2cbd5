import { openInProcessStore } from '../../apps/bff/src/outside/short-lived-store.in-process';
import { storeGone } from '../../apps/bff/src/outside/short-lived-store';
import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { fsiOutput, fsiRefusal, nextMsgid, PHARMACY } from '../support/institution';
import { cost, DEVICE, scan } from '../support/main-job';

const minutes = (count: number): Date => new Date(OPENING_TIME.getTime() + count * 60_000);

describe("the institutions' gateway", () => {
  let edge: Edge;
  let son: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    son = await logIn(edge, 'chen-jianguo');
  });
  afterEach(() => edge.close());

  const show = async () => (await son.ask('showCode', { body: { personId: son.personId, deviceId: DEVICE } })).payload;
  const decode = (ecQrCode: string) => ({ infno: '6101', input: { businessType: '01301', ecQrCode } });

  it('answers who calls wrongly with 401 and the text of the specification', async () => {
    const ask = decode(await show());
    const told = (change: object) => fsiRefusal(edge, { ...ask, ...change });
    for (const name of ['_api_name', '_api_version', '_api_timestamp', '_api_access_key', '_api_signature'])
      expect(await told({ headers: { [name]: undefined } })).toBe('401 缺少服务网关的请求头');
    for (const minutes of [-31, 31])
      expect(await told({ signedAt: new Date(OPENING_TIME.getTime() + minutes * 60_000) })).toBe('401 签名时间戳超时');
    expect(await told({ headers: { _api_access_key: 'sandbox-access-nobody' } })).toBe('401 非法用户');
    expect(await told({ secretKey: 'sandbox-secret-P44030000001' })).toBe('401 签名不一致');
    expect(await told({ headers: { _api_version: '2.0.0' } })).toBe('401 签名不一致');
    expect(await told({ headers: { _api_signature: '' } })).toBe('401 缺少服务网关的请求头');
    expect((await countRows(edge.pool))['insurance_codes']).toBe(1);
    await fsiOutput(edge, ask);
  });

  it('refuses a message that says another institution or transaction than it was signed for', async () => {
    const ask = decode(await show());
    expect(await fsiRefusal(edge, { ...ask, envelope: { fixmedins_code: PHARMACY } })).toBe('REQUEST_INVALID');
    expect(await fsiRefusal(edge, { ...ask, msgid: nextMsgid(PHARMACY) })).toBe('REQUEST_INVALID');
    expect(await fsiRefusal(edge, { ...ask, envelope: { infno: '2206' } })).toBe('REQUEST_INVALID');
    expect(await fsiRefusal(edge, { ...ask, headers: { _api_name: '2206' } })).toBe('401 签名不一致');
    expect(await fsiRefusal(edge, { infno: '9999', input: {} })).toBe('TRANSACTION_UNKNOWN');
  });

  it('takes the places of an envelope as programs send them: empty where the person is not known yet', async () => {
    const places = { mdtrtarea_admvs: '440300', insuplc_admdvs: '' };
    await fsiOutput(edge, { ...decode(await show()), envelope: places });
    expect(await fsiRefusal(edge, { ...decode(await show()), envelope: { ...places, insuplc_admdvs: '4403' } })).toBe('REQUEST_INVALID');
  });

  it('takes what only asks once under a number', async () => {
    const ecToken = await scan(edge, await show());
    const msgid = nextMsgid();
    const ask = { infno: '2206', msgid, input: cost(ecToken) };
    await fsiOutput(edge, ask);
    expect(await fsiRefusal(edge, ask)).toBe('MESSAGE_REPLAYED');
    expect(await fsiRefusal(edge, { infno: '1101', msgid, input: { mdtrt_cert_type: '01', mdtrt_cert_no: ecToken } })).toBe(
      'MESSAGE_REPLAYED',
    );
    // A number is the institution's own: under another's it is another message.
    expect(await fsiRefusal(edge, { ...ask, institution: PHARMACY })).toBe('TRANSACTION_NOT_YOURS');
    await edge.moveClockTo(minutes(29));
    expect(await fsiRefusal(edge, ask)).toBe('MESSAGE_REPLAYED');
  });

  it('takes one of twenty equal messages that come at once', async () => {
    const ecToken = await scan(edge, await show());
    const ask = { infno: '1101', msgid: nextMsgid(), input: { mdtrt_cert_type: '01', mdtrt_cert_no: ecToken } };
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => fsiOutput(edge, ask)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes a message within half an hour of the time in its number', async () => {
    const ecToken = await scan(edge, await show());
    const at = (count: number) => ({ infno: '2206', msgid: nextMsgid(undefined, minutes(count)), input: cost(ecToken) });
    for (const count of [-31, 31, -1_440, 525_600]) expect(await fsiRefusal(edge, at(count))).toBe('MESSAGE_TIME_STALE');
    for (const count of [-30, 30]) await fsiOutput(edge, at(count));
    const strange = nextMsgid().replace('20261123100000', '20261399256199');
    expect(await fsiRefusal(edge, { ...at(0), msgid: strange })).toBe('MESSAGE_TIME_STALE');
  });

  it('answers a settlement again however late it is asked, and starts none under an old number', async () => {
    const [first, second] = [await scan(edge, await show()), await scan(edge, await show())];
    const pay = (ecToken: string) => ({ infno: '2207', msgid: nextMsgid(), input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    const [done, never] = [pay(first), pay(second)];
    const settled = await fsiOutput(edge, done);
    await edge.moveClockTo(minutes(3 * 1_440));
    const before = await countRows(edge.pool);
    expect(await fsiOutput(edge, done)).toEqual(settled);
    expect(await fsiRefusal(edge, never)).toBe('MESSAGE_TIME_STALE');
    expect(await countRows(edge.pool)).toEqual(before);
  });
});

describe('a gateway whose short-lived store is gone', () => {
  it('settles all the same, and says of the rest that it is not ready', async () => {
    const store = openInProcessStore();
    let isGone = false;
    const claim = async (key: string, ttlMs: number) => {
      if (isGone) throw storeGone();
      return store.claim(key, ttlMs);
    };
    const edge = await openEdge({ replace: { store: { ...store, claim } } });
    const son = await logIn(edge, 'chen-jianguo');
    const { payload } = await son.ask('showCode', { body: { personId: son.personId, deviceId: DEVICE } });
    const ecToken = await scan(edge, payload);
    isGone = true;
    const ask = { infno: '2206', msgid: nextMsgid(), input: cost(ecToken) };
    expect(await fsiRefusal(edge, ask)).toMatch(/^503 \[SERVICE_NOT_READY\]/);
    const pay = { infno: '2207', msgid: nextMsgid(), input: cost(ecToken, { psn_cash_pay: '0.00' }) };
    const settled = await fsiOutput(edge, pay);
    expect(await fsiOutput(edge, pay)).toEqual(settled);
    expect((await son.ask('account')).balanceFen).toBe(800_000 - 8_000);
    await edge.close();
  });
});

describe('a counter that scans too often', () => {
  it('has to wait', async () => {
    const edge = await openEdge({ limits: { scanPerInstitution: { times: 2, seconds: 60 } } });
    const ask = { infno: '6101', input: { businessType: '01301', ecQrCode: '1'.repeat(40) } };
    expect([await fsiRefusal(edge, ask), await fsiRefusal(edge, ask)]).toEqual(['CODE_INVALID', 'CODE_INVALID']);
    expect(await fsiRefusal(edge, ask)).toMatch(/^503 \[RATE_LIMITED\]/);
    expect(await fsiRefusal(edge, { ...ask, institution: PHARMACY })).toBe('CODE_INVALID');
    await edge.close();
  });
});
