import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { AccountEntry, EntryPage } from '@gongji/contract';
import type { EdgeAddress } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindingRequest } from '../support/family';
import { fsiOutput, HOSPITAL, nextMsgid } from '../support/institution';
import { type RunningSystem, startSystem } from '../support/system';
import { until } from '../support/until';

// The whole BFF, killed at a random moment while people pay over HTTP, and started again on the same folder.

const KILLS = 20;
/** The BFF lives for so many writes, and dies at some moment of the next: by its work, not by the speed of the machine. */
const [LEAST_WRITES, MOST_WRITES] = [2, 10];
const MOST_MS = 60;
const PATIENCE_MS = 60_000;
const OPENING_FEN = 800_000;
const COST_FEN = 100;
const PREMIUM_FEN = 40_000;
const AUTUMN = '2026-11-23T10:00:00+08:00';

/** A write that has left the phone; what it was answered, if it was. */
interface Effect {
  readonly send: (client: Client) => Promise<string>;
  readonly settles: boolean;
  answer?: string;
}

interface Client {
  readonly edge: EdgeAddress;
  readonly son: Caller;
  readonly motherId: string;
  readonly now: () => Date;
}

const settlement = (ecToken: string, at: Date): Effect => {
  const msgid = nextMsgid(HOSPITAL, at);
  const input = {
    ecToken,
    med_type: '11',
    use: 'care',
    medfee_sumamt: '1.00',
    fund_pay_sumamt: '0.00',
    acct_used_flag: '1',
    psn_cash_pay: '0.00',
  };
  return {
    settles: true,
    send: async ({ edge, now }) => (await fsiOutput<{ setl_id: string }>(edge, { infno: '2207', msgid, input, signedAt: now() })).setl_id,
  };
};

const application = (quoteId: string): Effect => {
  const key = randomUUID();
  return { settles: false, send: async ({ son }) => (await son.ask('applyPremium', { key, body: { quoteId } })).paymentId };
};

const takingBack = (paymentId: string): Effect => {
  const key = randomUUID();
  return { settles: false, send: async ({ son }) => (await son.ask('voidPremium', { key, path: { paymentId } })).state };
};

/** The connection broke: the process is gone. Anything else is an answer that should not have come. */
const isGone = (error: unknown): boolean => /^(TypeError|SyntaxError)$/.test((error as Error).name);

const repeat = async (act: () => Promise<void>, isOver: () => boolean): Promise<void> => {
  try {
    while (!isOver()) await act();
  } catch (error) {
    if (!isGone(error)) throw error;
  }
};

describe('the BFF, killed again and again', () => {
  let system: RunningSystem;
  let client: Client;
  const effects: Effect[] = [];

  beforeAll(async () => {
    system = await startSystem();
    await system.moveClockTo(AUTUMN);
    const shift = Date.parse(AUTUMN) - Date.now();
    const edge = { url: system.bffUrl };
    const son = await logIn(edge, 'chen-jianguo');
    const binding = await son.ask('proposeBinding', { body: bindingRequest('chen-guilan', 'parent', { showCode: null }) });
    client = { edge, son, motherId: binding.other.personId, now: () => new Date(Date.now() + shift) };
  }, 120_000);
  afterAll(() => system?.stop());

  const act = async (effect: Effect): Promise<string> => {
    effects.push(effect);
    effect.answer = await effect.send(client);
    return effect.answer;
  };

  const settleAs = (deviceId: string) => async () => {
    const { edge, son, now } = client;
    const { payload } = await son.ask('showCode', { body: { personId: son.personId, deviceId } });
    const input = { businessType: '01301', ecQrCode: payload };
    const { ecToken } = await fsiOutput<{ ecToken: string }>(edge, { infno: '6101', input, signedAt: now() });
    await act(settlement(ecToken, now()));
  };

  const payAndTakeBack = async () => {
    const { quoteId } = await client.son.ask('quotePremium', { body: { personId: client.motherId, year: 2027 } });
    await act(takingBack(await act(application(quoteId))));
  };

  const entries = async (): Promise<AccountEntry[]> => {
    const all: AccountEntry[] = [];
    let page: EntryPage | undefined;
    while (page === undefined || page.nextCursor !== null) {
      page = await client.son.ask('accountEntries', { query: { limit: 100, ...(page?.nextCursor ? { cursor: page.nextCursor } : {}) } });
      all.push(...page.entries);
    }
    return all;
  };

  /** Sends everything of this life once more, as clients do that heard nothing; lists what differs from what they were told. */
  const problemsOf = async (life: readonly Effect[]): Promise<string[]> => {
    const problems: string[] = [];
    for (const effect of life) {
      const told = effect.answer;
      effect.answer = await effect.send(client);
      if (told !== undefined && told !== effect.answer) problems.push(`told ${told}, then ${effect.answer}`);
    }
    const { balanceFen, frozenFen } = await client.son.ask('account');
    const { payments } = await client.son.ask('premiumPayments');
    const open = payments.filter(({ state }) => state === 'applied');
    const settled = new Set(effects.filter(({ settles }) => settles).map(({ answer }) => answer)).size;
    if (balanceFen !== OPENING_FEN - settled * COST_FEN) problems.push(`${settled} settlements, but the balance is ${balanceFen}`);
    if (open.length > 1 || frozenFen !== open.length * PREMIUM_FEN) problems.push(`${open.length} open payments, but ${frozenFen} frozen`);
    // The next life starts without an open payment.
    for (const { paymentId } of open) await act(takingBack(paymentId));
    return problems;
  };

  it(`keeps what it acknowledged and does nothing twice, in ${KILLS} kills`, async () => {
    const problems: string[] = [];
    let unanswered = 0;
    for (let life = 0; life < KILLS; life++) {
      const before = effects.length;
      let over = false;
      const work = [settleAs('device-a1'), settleAs('device-b2'), payAndTakeBack].map((one) => repeat(one, () => over));
      const enough = before + LEAST_WRITES + Math.floor(Math.random() * (MOST_WRITES - LEAST_WRITES));
      await until(() => effects.length > enough, PATIENCE_MS);
      await wait(Math.random() * MOST_MS);
      over = true;
      await system.killBff();
      await Promise.all(work);
      await system.startBff();
      client = { ...client, son: await logIn(client.edge, 'chen-jianguo') };
      const lived = effects.slice(before);
      unanswered += lived.filter(({ answer }) => answer === undefined).length;
      problems.push(...(await problemsOf(lived)));
    }
    expect(problems).toEqual([]);

    const settled = effects.filter(({ settles }) => settles).map(({ answer }) => answer ?? '');
    const references = (await entries()).filter(({ kind }) => kind === 'settlement').map(({ settlementId }) => settlementId);
    expect(settled.length).toBeGreaterThan(KILLS);
    expect([...references].sort()).toEqual([...settled].sort());
    // Without a write cut off in the middle, nothing would have been tried.
    expect(unanswered).toBeGreaterThan(0);
  }, 900_000);
});
