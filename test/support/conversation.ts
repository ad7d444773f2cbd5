import { FSI_TRANSACTIONS, type Infno } from '@gongji/contract';
import type { Edge } from './edge';
import { logIn, type Reply, send } from './edge-client';
import { bindMother } from './family';
import { fsiMessage } from './institution';
import { DEVICE } from './main-job';

// One visit at a hospital as messages that read the same each time: what is drawn anew is written as zeros.

export interface Exchange {
  readonly infno: Infno;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer: unknown;
}

/** The stand-ins have the shape of what they stand for, and each its own. */
export const STAND_INS = {
  ecQrCode: '0'.repeat(40),
  ecToken: 'ecToken'.padEnd(48, '0'),
  psn_no: 'psnNo'.padEnd(22, '0'),
  setl_id: '00000000-0000-4000-8000-000000000001',
  setl_no: '2611230000000018',
  inf_refmsgid: '00000000-0000-4000-8000-000000000000',
} as const;
type Drawn = keyof typeof STAND_INS;
const DRAWN = Object.keys(STAND_INS) as readonly Drawn[];

/** What was drawn this time, as far as it is known. */
export type Known = Partial<Record<Drawn, string>>;

/** A son's phone shows his mother's code: what the counter scans. */
export async function showCodeOfMother(edge: Edge): Promise<Known> {
  const [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
  await bindMother(son, mother);
  const { payload } = await son.ask('showCode', { body: { personId: mother.personId, deviceId: DEVICE } });
  return { ecQrCode: payload };
}

const COST = {
  ecToken: STAND_INS.ecToken,
  med_type: '11',
  use: 'care',
  medfee_sumamt: '120.00',
  fund_pay_sumamt: '40.00',
  acct_used_flag: '2',
};
const DESK = {
  orgId: 'H44030000001',
  operatorId: '0086',
  operatorName: '演示收费员',
  officeId: 'A01',
  officeName: '全科门诊',
  deviceType: 'SC',
} as const;

const STEPS: readonly { readonly infno: Infno; readonly input: unknown }[] = [
  { infno: '6101', input: { ...DESK, businessType: '01301', ecQrCode: STAND_INS.ecQrCode } },
  { infno: '1101', input: { mdtrt_cert_type: '01', mdtrt_cert_no: STAND_INS.ecToken } },
  { infno: '2001', input: { psn_no: STAND_INS.psn_no, insutype: '390', med_type: '11', begntime: '2026-11-23 10:00:00' } },
  { infno: '2206', input: COST },
  { infno: '2207', input: { ...COST, psn_cash_pay: '0.00' } },
  { infno: '2208', input: { setl_id: STAND_INS.setl_id } },
];

/** The messages of the visit, each as it leaves the hospital. */
export const visitMessages = (now: Date): readonly Omit<Exchange, 'answer'>[] =>
  STEPS.map(({ infno, input }, index) => ({
    infno,
    ...fsiMessage({ infno, input, msgid: `H4403000000120261123100000${String(index + 1).padStart(4, '0')}` }, now),
  }));

/** Sends messages one after the other, each with what the answers before it said in place of the zeros; answers with zeros again. */
export async function converse(edge: Edge, known: Known, messages: readonly Omit<Exchange, 'answer'>[]): Promise<readonly Exchange[]> {
  const drawn: Known = { ...known };
  const exchanges: Exchange[] = [];
  for (const message of messages) {
    const { infno, headers, body } = message;
    const { body: told }: Reply = await send(edge, {
      method: 'POST',
      path: `/fsi/${infno}`,
      headers,
      body: swap(body, standInToDrawn(drawn)),
    });
    learn(told, drawn);
    exchanges.push({ ...message, answer: swap(told, new Map([...standInToDrawn(drawn)].map(([standIn, real]) => [real, standIn]))) });
  }
  return exchanges;
}

const standInToDrawn = (drawn: Known): ReadonlyMap<string, string> =>
  new Map(DRAWN.flatMap((name) => (drawn[name] === undefined ? [] : [[STAND_INS[name], drawn[name]]])));

const swap = <T>(value: T, words: ReadonlyMap<string, string>): T =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? (words.get(inner) ?? inner) : inner))) as T;

/** Everything of an answer that is drawn anew. */
function learn(told: unknown, drawn: Known): void {
  JSON.stringify(told, (key, inner: unknown) => {
    if (typeof inner === 'string' && DRAWN.includes(key as Drawn)) drawn[key as Drawn] = inner;
    return inner;
  });
}

/** The exchanges as the page has them. */
export const written = (exchanges: readonly Exchange[]): string =>
  exchanges
    .map(({ infno, headers, body, answer }) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      const asked = `\`\`\`http\nPOST /fsi/${infno}\n${lines.join('\n')}\n\n${JSON.stringify(body, null, 2)}\n\`\`\``;
      return `### ${infno} ${FSI_TRANSACTIONS[infno].name}\n\n${asked}\n\n\`\`\`json\n${JSON.stringify(answer, null, 2)}\n\`\`\`\n`;
    })
    .join('\n');

/** And back. */
export function readWritten(page: string): readonly Exchange[] {
  const blocks = page.matchAll(/```http\nPOST \/fsi\/(\d{4})\n([\s\S]*?)\n\n([\s\S]*?)\n```\n\n```json\n([\s\S]*?)\n```/g);
  return [...blocks].map(([, infno = '', lines = '', body = '', answer = '']) => ({
    infno: infno as Infno,
    headers: Object.fromEntries(lines.split('\n').map((line) => line.split(': ') as [string, string])),
    body: JSON.parse(body) as Exchange['body'],
    answer: JSON.parse(answer) as unknown,
  }));
}
