import { createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import { HOSPITAL, MONDAY } from '../support/core-lab';
import { CONNECTIONS, measureCalls, post } from './calls';
import { closedLoop, type Measured } from './measure';
import { idOf, payerOf, type Round } from './rounds';
import { answerQuestions } from './worker';

// Phones that show a code and the counter that scans and settles it, in a process of their own. What one step was given, the next one uses.

interface Visits {
  readonly ports: readonly number[];
  readonly round: Round;
}

interface Settled extends Measured {
  readonly acknowledged: number;
}

let payloads: string[] = [];
let ecTokens: string[] = [];

const abilities = {
  /** The least that Redis can be asked, by as many at a time as call over HTTP. */
  pingRedis: async ({ url, count }: { readonly url: string; readonly count: number }): Promise<Measured> => {
    const redis = new Redis(url);
    try {
      return await closedLoop({ count, send: async () => void (await redis.ping()) }, CONNECTIONS);
    } finally {
      await redis.quit();
    }
  },

  /** Everybody's own code, each on a phone of its own. */
  show: ({ ports, round, tokens }: Visits & { readonly tokens: readonly string[] }): Promise<Measured> => {
    payloads = [];
    const requests = numbersOf(round).map((number) => {
      const payer = payerOf(round, number);
      return post({
        path: '/api/insurance-codes',
        headers: { Authorization: `Bearer ${tokens[payer - 1]}`, 'Idempotency-Key': idOf(`${round.name} show`, number) },
        body: { personId: idOf('payer', payer), deviceId: `phone-${round.name}-${number}` },
      });
    });
    return measureCalls(ports, { requests, read: (body, index) => (payloads[index] = found(PAYLOAD, body)) });
  },

  /** 6101: each code is burnt and names its person at the counter. */
  scan: ({ ports, round }: Visits): Promise<Measured> => {
    ecTokens = [];
    const requests = payloads.map((ecQrCode, index) => fsi(round, { infno: '6101', index, input: { businessType: '01301', ecQrCode } }));
    return measureCalls(ports, { requests, read: (body, index) => (ecTokens[index] = found(TOKEN, body)) });
  },

  /** 2207: a cost of the person who was scanned, from their own account. */
  settle: async ({ ports, round }: Visits): Promise<Settled> => {
    const settlementIds = new Set<string>();
    const requests = ecTokens.map((ecToken, index) => fsi(round, { infno: '2207', index, input: { ...COST, ecToken } }));
    const measured = await measureCalls(ports, { requests, read: (body) => void settlementIds.add(found(SETTLEMENT, body)) });
    return { ...measured, acknowledged: settlementIds.size };
  },
};
export type CounterAbilities = typeof abilities;

const PAYLOAD = /"payload":"(\d+)"/;
const TOKEN = /"ecToken":"([^"]+)"/;
const SETTLEMENT = /"setl_id":"([^"]+)"/;
const COST = {
  med_type: '11',
  use: 'drug',
  medfee_sumamt: '20.00',
  fund_pay_sumamt: '5.00',
  acct_used_flag: '2',
  psn_cash_pay: '0.00',
};

const numbersOf = ({ count }: Round): readonly number[] => Array.from({ length: count }, (_none, index) => index + 1);

/** A transaction that the gateway refuses is a 200 as well. */
function found(what: RegExp, body: string): string {
  const value = what.exec(body)?.[1];
  if (value === undefined) throw new Error(`answered ${Buffer.from(body, 'latin1').toString()}`);
  return value;
}

interface FsiMessage {
  readonly infno: string;
  readonly index: number;
  readonly input: unknown;
}

/** A signed message as a hospital's program sends it. */
function fsi({ name }: Round, { infno, index, input }: FsiMessage): string {
  const signed = {
    _api_access_key: HOSPITAL.accessKey,
    _api_name: infno,
    _api_timestamp: String(MONDAY.getTime()),
    _api_version: '1.0.0',
  };
  const text = Object.entries(signed).map(([key, value]) => `${key}=${value}`);
  const signature = createHmac('sha1', HOSPITAL.secretKey).update(text.join('&')).digest('base64');
  return post({
    path: `/fsi/${infno}`,
    headers: { ...signed, _api_signature: signature },
    body: {
      infno,
      msgid: `${HOSPITAL.code}20261123${clockText(`${name} ${infno}`, index)}`,
      fixmedins_code: HOSPITAL.code,
      fixmedins_name: HOSPITAL.name,
      opter: '01',
      opter_name: '演示',
      inf_time: '2026-11-23 10:00:00',
      input,
    },
  });
}

const MESSAGES_A_SECOND = 10_000;
let seconds = 0;
const startOf = new Map<string, number>();

/** Seconds after ten o'clock and a serial number: no two messages of a run have the same. */
function clockText(step: string, index: number): string {
  if (!startOf.has(step)) startOf.set(step, (seconds += 10));
  const second = (startOf.get(step) ?? 0) + Math.floor(index / MESSAGES_A_SECOND);
  const [minutes, rest] = [Math.floor(second / 60), second % 60].map((part) => String(part).padStart(2, '0'));
  return `10${minutes}${rest}${String(index % MESSAGES_A_SECOND).padStart(4, '0')}`;
}

answerQuestions(abilities);
