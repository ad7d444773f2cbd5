import { randomUUID } from 'node:crypto';
import { type RouteContract, type RouteName, ROUTES } from '@gongji/contract';
import { holdPremium } from '@gongji/core';
import { DELETION_WORDS } from '@gongji/domain';
import { countRows, type Edge, openEdge } from '../support/edge';
import { type AnyAsk, type Ask, type Caller, callRoute, logIn, refusalOf } from '../support/edge-client';
import { faceCheck } from '../support/face-check';
import { accept, bindingRequest, bindMother, SHARE_EVERYTHING } from '../support/family';
import { DEVICE } from '../support/main-job';

// The same tap twenty times at once: one effect, twenty equal answers; and another wish under the same key is refused.

const TIMES = 20;
const writes = (Object.keys(ROUTES) as RouteName[]).filter((name) => (ROUTES[name] as RouteContract).write);

interface Family {
  readonly edge: Edge;
  readonly son: Caller;
  readonly mother: Caller;
}
interface Prepared {
  readonly caller: Caller;
  readonly ask: AnyAsk;
  /** Another wish of the same kind by the same person. */
  readonly other: AnyAsk;
  /** How many keys it keeps, where it is not its own alone. */
  readonly keys?: number;
}

const nobody = (): string => randomUUID();
const bound = ({ son, mother }: Family) => bindMother(son, mother);
const proposed = ({ son }: Family) => son.ask('proposeBinding', { body: bindingRequest('chen-guilan', 'parent') });
const quoted = async (family: Family) => {
  await bound(family);
  return family.son.ask('quotePremium', { body: { personId: family.mother.personId, year: 2027 } });
};
const onBinding = (bindingId: string): AnyAsk => ({ path: { bindingId } });

const ofShowCode = async (family: Family): Promise<Prepared> => {
  const path = onBinding((await bound(family)).bindingId);
  return { caller: family.son, ask: { ...path, body: { kind: 'show-code' } }, other: { ...path, body: { kind: 'share-funds' } } };
};

/** What has to be there before each write can happen, once. */
const PREPARE: Readonly<Record<string, ((family: Family) => Promise<Prepared>) | undefined>> = {
  proposeBinding: async ({ son }) => ({
    caller: son,
    ask: { body: bindingRequest('chen-guilan', 'parent') },
    other: { body: bindingRequest('chen-guilan', 'parent', { shareFunds: null }) },
  }),
  acceptBinding: async (family) => {
    const { bindingId } = await proposed(family);
    const body = { faceCheckId: await faceCheck(family.mother) };
    return { caller: family.mother, ask: { ...onBinding(bindingId), body }, other: { ...onBinding(nobody()), body } };
  },
  declineBinding: async (family) => {
    const { bindingId } = await proposed(family);
    return { caller: family.mother, ask: onBinding(bindingId), other: onBinding(nobody()) };
  },
  withdrawInvitation: async (family) => {
    const { bindingId } = await proposed(family);
    return { caller: family.son, ask: onBinding(bindingId), other: onBinding(nobody()) };
  },
  openGrant: async ({ son, mother }) => {
    const { bindingId } = await bindMother(son, mother, { shareFunds: null });
    const { consentVersion, guardianStatement, signature, shareFunds, sharedLimitFen } = bindingRequest('chen-guilan', 'parent');
    const body = { consentVersion, guardianStatement, signature, shareFunds, sharedLimitFen, showCode: null };
    return {
      caller: son,
      ask: { ...onBinding(bindingId), body },
      other: { ...onBinding(bindingId), body: { ...body, showCode: { endsOn: null } } },
    };
  },
  closeGrant: (family) => ofShowCode(family),
  pauseGrant: (family) => ofShowCode(family),
  resumeGrant: async (family) => {
    const prepared = await ofShowCode(family);
    await family.son.ask('pauseGrant', prepared.ask as Ask<'pauseGrant'>);
    return prepared;
  },
  changeTerms: async (family) => {
    const { bindingId } = await bound(family);
    const terms = (capPerPaymentFen: number) => ({ showCode: null, shareFunds: { ...SHARE_EVERYTHING, capPerPaymentFen } });
    return {
      caller: family.son,
      ask: { ...onBinding(bindingId), body: terms(30_000) },
      other: { ...onBinding(bindingId), body: terms(40_000) },
    };
  },
  setDeductionOrder: async ({ edge }) => {
    const [daughter, father] = [await logIn(edge, 'liu-min'), await logIn(edge, 'liu-zhiqiang')];
    const { bindingId } = await daughter.ask('proposeBinding', { body: bindingRequest('liu-zhiqiang', 'parent') });
    await accept(father, bindingId);
    return { caller: father, ask: { body: { bindingIds: [bindingId] } }, other: { body: { bindingIds: [nobody()] } } };
  },
  setSharedLimit: async (family) => {
    await bound(family);
    return { caller: family.son, ask: { body: { limitFen: 500_000 } }, other: { body: { limitFen: 400_000 } } };
  },
  unbind: async (family) => {
    const { bindingId } = await bound(family);
    return { caller: family.son, ask: onBinding(bindingId), other: onBinding(nobody()) };
  },
  showCode: async ({ son }) => ({
    caller: son,
    ask: { body: { personId: son.personId, deviceId: DEVICE } },
    other: { body: { personId: son.personId, deviceId: 'device-0002' } },
  }),
  giveOfflineKey: async ({ son }) => {
    const body = { personId: son.personId, deviceId: DEVICE, deviceName: '我的手机' };
    return { caller: son, ask: { body }, other: { body: { ...body, deviceName: '平板' } } };
  },
  removeDevice: async ({ son }) => {
    await son.ask('giveOfflineKey', { body: { personId: son.personId, deviceId: DEVICE, deviceName: '我的手机' } });
    return { caller: son, ask: { path: { deviceId: DEVICE } }, other: { path: { deviceId: 'device-0002' } } };
  },
  quotePremium: async (family) => {
    await bound(family);
    const personId = family.mother.personId;
    return { caller: family.son, ask: { body: { personId, year: 2027 } }, other: { body: { personId, year: 2028 } } };
  },
  applyPremium: async (family) => {
    const { quoteId } = await quoted(family);
    return { caller: family.son, ask: { body: { quoteId } }, other: { body: { quoteId: nobody() } } };
  },
  quotePremiums: async (family) => {
    await bound(family);
    const personIds = [family.mother.personId];
    return { caller: family.son, ask: { body: { personIds, year: 2027 } }, other: { body: { personIds, year: 2028 } } };
  },
  applyPremiums: async (family) => {
    const { quoteId } = await quoted(family);
    // The list's key, and one for the premium in it.
    return { caller: family.son, ask: { body: { quoteIds: [quoteId] } }, other: { body: { quoteIds: [nobody()] } }, keys: 2 };
  },
  refundPremium: async (family) => {
    const { quoteId } = await quoted(family);
    const { paymentId } = await family.son.ask('applyPremium', { body: { quoteId } });
    await family.edge.moveClockTo(new Date('2026-11-30T02:00:00Z'));
    const path = { path: { paymentId } };
    return { caller: family.son, ask: { ...path, body: { reason: 'duplicate' } }, other: { ...path, body: { reason: 'died' } } };
  },
  voidPremium: async (family) => {
    const { quoteId } = await quoted(family);
    const { paymentId } = await family.son.ask('applyPremium', { body: { quoteId } });
    return { caller: family.son, ask: { path: { paymentId } }, other: { path: { paymentId: nobody() } } };
  },
  writeComplaint: async ({ son }) => ({
    caller: son,
    ask: { body: complaint('这笔扣款不是我本人的。') },
    other: { body: complaint('另一件事。') },
  }),
  closeComplaint: async ({ son }) => {
    const { complaintId } = await son.ask('writeComplaint', { body: complaint('这笔扣款不是我本人的。') });
    const of = (id: string): AnyAsk => ({ path: { complaintId: id }, body: {} });
    return { caller: son, ask: of(complaintId), other: of(nobody()) };
  },
  markMessagesRead: async (family) => {
    await bound(family);
    const [newest] = (await family.son.ask('messages')).messages;
    return { caller: family.son, ask: { body: { upTo: newest?.messageId } }, other: { body: { upTo: nobody() } } };
  },
  setReminders: async ({ son }) => ({ caller: son, ask: { body: { isOn: false } }, other: { body: { isOn: true } } }),
  subscribe: async ({ son }) => {
    const of = (kind: 'money' | 'premium'): AnyAsk => ({ body: { kinds: [kind], code: 'demo-chen-jianguo' } });
    return { caller: son, ask: of('premium'), other: of('money') };
  },
};

const complaint = (text: string) => ({
  kind: 'debit' as const,
  text,
  about: null,
  reference: null,
  errorCode: null,
  phone: null,
});

/** The log-in that these came by ends with the first of them, so that the others are nobody's: not answered, and without an effect. */
const ENDING: Readonly<Record<string, AnyAsk>> = { deleteAccount: { body: { words: DELETION_WORDS } }, withdrawConsent: { body: {} } };

/** The tables that say what happened. The others (audit, outbox, messages, requests) follow them row for row. */
const EFFECTS = [
  'bindings',
  'grants',
  'insurance_codes',
  'offline_keys',
  'premium_quotes',
  'premium_payments',
  'transfers',
  'entries',
  'requests',
];

describe('a write sent twenty times at once under one key', () => {
  let family: Family;
  beforeEach(async () => {
    const edge = await openEdge();
    family = { edge, son: await logIn(edge, 'chen-jianguo'), mother: await logIn(edge, 'chen-guilan') };
  });
  afterEach(() => family.edge.close());

  it('is tested for every write of the contract', () => {
    expect([...Object.keys(PREPARE), ...Object.keys(ENDING)].sort()).toEqual([...writes].sort());
  });

  it.each(Object.entries(ENDING))('%s takes effect once, and whoever comes after it is logged out', async (name, ask) => {
    const { edge, son } = family;
    const sent = { ...ask, key: randomUUID(), token: son.token };
    const before = await countRows(edge.pool);
    const replies = await Promise.all(Array.from({ length: TIMES }, () => callRoute(edge, name as RouteName, sent)));
    expect(replies.filter(({ status }) => status !== 401).map(({ status }) => status)).toContain(200);
    expect(new Set(replies.map(({ status }) => status)).size).toBeLessThanOrEqual(2);
    expect((await callRoute(edge, name as RouteName, sent)).status).toBe(401);
    expect((await countRows(edge.pool))['requests']).toBe((before['requests'] ?? 0) + 1);
  });

  it.each(Object.keys(PREPARE) as RouteName[])('%s takes effect once and answers the same', async (name) => {
    const { edge } = family;
    const prepare = PREPARE[name];
    if (prepare === undefined) throw new Error(`nobody prepared ${name}`);
    const { caller, ask, other, keys = 1 } = await prepare(family);
    const [key, token] = [randomUUID(), caller.token];
    const before = await countRows(edge.pool);
    const replies = await Promise.all(Array.from({ length: TIMES }, () => callRoute(edge, name, { ...ask, key, token })));
    const after = await countRows(edge.pool);

    expect(replies.map(({ status }) => status)).toEqual(Array(TIMES).fill(200));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(after['requests']).toBe((before['requests'] ?? 0) + keys);
    const again = await callRoute(edge, name, { ...ask, key, token });
    expect([again.status, again.body]).toEqual([200, replies[0]?.body]);
    expect(await countRows(edge.pool)).toEqual(after);

    const reused = refusalOf(name, await callRoute(edge, name, { ...other, key, token }));
    expect(reused.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const changes = EFFECTS.filter((table) => after[table] !== before[table]);
    expect(changes).toContain('requests');
    expect(await countRows(edge.pool)).toEqual(after);
  });

  it('showCode gives the payload once: a repeated request does not hand out the code a second time as new', async () => {
    const { edge, son } = family;
    const ask = { body: { personId: son.personId, deviceId: DEVICE }, key: randomUUID(), token: son.token };
    const codes = await Promise.all(Array.from({ length: TIMES }, () => callRoute(edge, 'showCode', ask)));
    expect(new Set(codes.map(({ body }) => (body as { payload: string }).payload)).size).toBe(1);
    expect((await countRows(edge.pool))['insurance_codes']).toBe(1);
  });
});

describe('one levy, two devices', () => {
  it('is paid once', async () => {
    const edge = await openEdge();
    const [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    await bindMother(son, mother);
    const body = { personId: mother.personId, year: 2027 };
    const quotes = await Promise.all(Array.from({ length: 10 }, () => son.ask('quotePremium', { body })));
    const replies = await Promise.all(
      quotes.map(({ quoteId }) => callRoute(edge, 'applyPremium', { body: { quoteId }, token: son.token })),
    );
    const refused = replies.filter(({ status }) => status !== 200).map((reply) => refusalOf('applyPremium', reply).code);
    expect(refused).toEqual(Array(9).fill('PREMIUM_ALREADY_APPLIED'));
    expect((await countRows(edge.pool))['premium_payments']).toBe(1);
    const { frozenFen, balanceFen } = await son.ask('account');
    expect([frozenFen, balanceFen]).toEqual([quotes[0]?.levy.amountFen, 800_000]);
    await edge.close();
  });
});

describe('more payments than can wait', () => {
  it('are told to come again, with nothing changed, and are carried out when they do', async () => {
    const edge = await openEdge();
    const [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    await bindMother(son, mother);
    const { quoteId } = await son.ask('quotePremium', { body: { personId: mother.personId, year: 2027 } });
    const ask = { body: { quoteId }, key: randomUUID(), token: son.token };
    const strangers = fillQueue(edge);
    const replies = await Promise.all(Array.from({ length: TIMES }, () => callRoute(edge, 'applyPremium', ask)));
    await strangers.leave();
    const turnedAway = replies.filter(({ status }) => status !== 200);
    expect(turnedAway.length).toBeGreaterThan(0);
    for (const reply of turnedAway) {
      expect(refusalOf('applyPremium', reply)).toMatchObject({ code: 'SERVICE_BUSY', status: 503 });
      expect(reply.headers.get('retry-after')).toBe('1');
    }
    expect(await callRoute(edge, 'applyPremium', ask)).toMatchObject({ status: 200, body: { state: 'applied' } });
    expect((await countRows(edge.pool))['premium_payments']).toBe(1);
    await edge.close();
  });
});

/** People with quotes that are none keep the queue full until they are told to leave. */
function fillQueue({ deps: { core } }: Edge) {
  let here = true;
  const waiting: Promise<unknown>[] = [];
  const comeAgain = (): void => {
    const requests = Array.from({ length: 2_000 }, () => ({ key: randomUUID(), actorId: nobody(), quoteId: nobody() }));
    waiting.push(holdPremium(core, requests));
    if (here) setImmediate(comeAgain);
  };
  comeAgain();
  return {
    leave: async (): Promise<void> => {
      here = false;
      await Promise.all(waiting);
    },
  };
}
