import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { close } from './start-sandbox';

// Stands where the BFF stands, for tests of the counter, the clock and the register: checks the signature by itself, keeps one settlement per msgid.

type Settled = Readonly<Record<string, unknown>>;
interface Envelope {
  readonly msgid: string;
  readonly input: { readonly [name: string]: string };
}

export interface StubBff {
  readonly url: string;
  /** `infno msgid` of each call that came in. */
  readonly calls: string[];
  /** By the msgid that settled or voided. */
  readonly settlements: Map<string, Settled>;
  /** What 2001 says. */
  benefit: { trt_enjymnt_flag: '0' | '1'; trt_chk_rslt: string };
  readonly clocks: { offsetMs: number; secret: string | undefined }[];
  /** What happens next: the list is used up from the front, then everything works. */
  readonly moods: ('work' | 'refuse' | 'busy' | 'silence' | 'work-then-silence' | 'nonsense')[];
  clockStatus: number;
  /** The secret that came with each call to run what is due. */
  readonly jobs: (string | undefined)[];
  jobsStatus: number;
  answerAfterMs: number;
  readonly stop: () => Promise<void>;
}

export async function startStubBff(secretOf: (accessKey: string) => string = (key) => key.replace('access', 'secret')): Promise<StubBff> {
  const server = createServer((request, response) => void answer(stub, { request, response, secretOf }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stub: StubBff = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    settlements: new Map(),
    benefit: { trt_enjymnt_flag: '1', trt_chk_rslt: '居民医保正常参保。' },
    clocks: [],
    moods: [],
    clockStatus: 200,
    jobs: [],
    jobsStatus: 200,
    answerAfterMs: 0,
    stop: () => close(server),
  };
  return stub;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly secretOf: (accessKey: string) => string;
}

async function answer(stub: StubBff, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const body = await json(request);
  if (request.url === '/sandbox/clock') {
    stub.clocks.push({ offsetMs: (body as { offsetMs: number }).offsetMs, secret: request.headers['x-sandbox-secret']?.toString() });
    response.writeHead(stub.clockStatus).end('{}');
    return;
  }
  if (request.url === '/sandbox/jobs') {
    stub.jobs.push(request.headers['x-sandbox-secret']?.toString());
    response.writeHead(stub.jobsStatus).end('{}');
    return;
  }
  await new Promise((resolve) => {
    setTimeout(resolve, stub.answerAfterMs);
  });
  answerGateway(stub, exchange, body as Envelope);
}

function answerGateway(stub: StubBff, { request, response, secretOf }: Exchange, { msgid, input }: Envelope): void {
  const infno = request.url?.replace('/fsi/', '') ?? '';
  stub.calls.push(`${infno} ${msgid}`);
  const mood = stub.moods.shift();
  const say = (status: number, told: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
  if (!signatureIsRight(request, secretOf)) return void say(401, envelope(-1, '签名不一致', null));
  if (mood === 'refuse') return void say(200, envelope(-1, '[CODE_INVALID] 医保码无效、已用过或已过期。', null));
  if (mood === 'busy') return void say(503, envelope(-1, '[SERVICE_BUSY] 现在办理的人太多。', null));
  if (mood === 'nonsense') return void say(200, envelope(0, '', { surprise: true }));
  const output = mood === 'silence' ? null : work(stub, { infno, msgid, input });
  if (output === null || mood === 'work-then-silence') request.socket.destroy();
  else say(200, envelope(0, '', output));
}

const envelope = (infcode: 0 | -1, err_msg: string, output: unknown) => ({
  infcode,
  inf_refmsgid: 'stub',
  refmsg_time: '20261123100000000',
  respond_time: '20261123100000000',
  err_msg,
  output,
});

function work(stub: StubBff, { infno, msgid, input }: Envelope & { infno: string }): Settled {
  const once = (settled: () => Settled): Settled => {
    const known = stub.settlements.get(msgid) ?? settled();
    stub.settlements.set(msgid, known);
    return known;
  };
  if (infno === '6101') return SCANNED;
  if (infno === '1101') return PERSON;
  if (infno === '2001') return { trtinfo: [{ psn_no: PSN_NO, insutype: '390', begndate: null, enddate: null, ...stub.benefit }] };
  if (infno === '2206' || infno === '2101') return split(input, null);
  if (infno === '2208' || infno === '2103') return once(() => voided(stub, input['setl_id'] ?? ''));
  return once(() => split(input, randomUUID()));
}

const PSN_NO = 'p'.repeat(22);
const SCANNED = {
  userName: '陈桂兰',
  idNo: '441402195805060009',
  idType: '01',
  ecToken: 't'.repeat(48),
  insuOrg: '441400',
  shownByRelative: true,
};
const PERSON = {
  baseinfo: {
    psn_no: PSN_NO,
    psn_cert_type: '01',
    certno: SCANNED.idNo,
    psn_name: SCANNED.userName,
    gend: '2',
    brdy: '1958-05-06',
    age: 68,
  },
  insuinfo: [{ balc: '0.00', insutype: '390', psn_type: null, psn_insu_stas: '1', insuplc_admdvs: '441400' }],
  idetinfo: [],
};

const voided = (stub: StubBff, number: string): Settled => ({
  ...[...stub.settlements.values()].find(({ setl_id }) => setl_id === number),
  setl_time: '2026-11-23 10:00:01',
});

/** Ten yuan remain to be paid in cash, the rest comes from the sponsor. */
function split({ medfee_sumamt, fund_pay_sumamt }: Envelope['input'], setl_id: string | null): Settled {
  const shared = (Number(medfee_sumamt) - Number(fund_pay_sumamt) - 10).toFixed(2);
  return {
    setl_id,
    setl_no: setl_id === null ? null : '2611230000047118',
    medfee_sumamt,
    fund_pay_sumamt,
    acct_pay: shared,
    acct_mulaid_pay: shared,
    psn_cash_pay: '10.00',
    acct_legs: [
      { payer: '陈*兰', own: true, amount: '0.00', skipped: '没有个人账户' },
      { payer: '陈*国', own: false, amount: shared, skipped: null },
    ],
  };
}

function signatureIsRight(request: IncomingMessage, secretOf: (accessKey: string) => string): boolean {
  const headers = ['_api_access_key', '_api_name', '_api_timestamp', '_api_version'].map(
    (name) => `${name}=${String(request.headers[name])}`,
  );
  const expected = createHmac('sha1', secretOf(String(request.headers['_api_access_key'])))
    .update(headers.join('&'))
    .digest('base64');
  return request.headers['_api_signature'] === expected;
}
