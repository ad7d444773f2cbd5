import { readdirSync } from 'node:fs';
import {
  acceptBinding,
  answerComplaint,
  applyPremium,
  applyPremiums,
  changeTerms,
  closeGrant,
  declineBinding,
  giveOfflineKey,
  one,
  openGrant,
  pauseGrant,
  proposeBinding,
  quotePremium,
  refundPremium,
  resumeGrant,
  runDueJobs,
  setDeductionOrder,
  setSharedLimit,
  settle,
  unbind,
  voidPremium,
  voidSettlement,
  withdrawInvitation,
  writeComplaint,
} from '@gongji/core';
import { CONSENT, fen, plainDate } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, bindingOf, costOf, TERMS, tokenFor, withoutNumber } from '../support/core-steps';

// Every command that takes money or changes a binding, by its file: who is told. A new command has to say which it is.

jest.setTimeout(120_000);

interface World {
  readonly lab: CoreLab;
  /** Pays, shows, owns. */
  readonly son: Person;
  readonly mother: Person;
}

/** One way to carry the command out, after whatever it needs; answers the act itself, so that only what it says is counted. */
type Prepare = (world: World) => Promise<() => Promise<unknown>>;

const ask = (person: Person, bindingId: string) => ({ key: newKey(), actorId: person.personId, bindingId });
const signed = { consentVersion: CONSENT.version, guardianStatement: false, signature: 'M1 1L2 2' };
const propose = async ({ lab, son, mother }: World) => (await one(proposeBinding)(lab.deps, bindingOf(son, mother))).bindingId;
const step =
  (command: typeof pauseGrant, before?: typeof pauseGrant): Prepare =>
  async ({ lab, son, mother }) => {
    const bindingId = await bind(lab, son, mother);
    const request = () => ({ ...ask(son, bindingId), kind: 'share-funds' as const });
    if (before !== undefined) await one(before)(lab.deps, request());
    return () => one(command)(lab.deps, request());
  };
const quoted = async ({ lab, son, mother }: World) => {
  await bind(lab, son, mother);
  return (await one(quotePremium)(lab.deps, { key: newKey(), actorId: son.personId, personId: mother.personId, year: 2027 })).quoteId;
};
const applied = async (world: World) => {
  const quoteId = await quoted(world);
  return (await one(applyPremium)(world.lab.deps, { key: newKey(), actorId: world.son.personId, quoteId })).paymentId;
};
const cost = async ({ lab, son, mother }: World) => {
  await bind(lab, son, mother);
  return costOf(lab, await tokenFor(lab, son, mother), { totalFen: fen(1_000) });
};

const BOTH: Readonly<Record<string, Prepare>> = {
  'propose-binding': async (world) => () => propose(world),
  'accept-binding': async (world) => {
    const bindingId = await propose(world);
    return () => one(acceptBinding)(world.lab.deps, { ...ask(world.mother, bindingId), faceChecked: true });
  },
  'decline-binding': async (world) => {
    const bindingId = await propose(world);
    return () => one(declineBinding)(world.lab.deps, ask(world.mother, bindingId));
  },
  'withdraw-invitation': async (world) => {
    const bindingId = await propose(world);
    return () => one(withdrawInvitation)(world.lab.deps, ask(world.son, bindingId));
  },
  'open-grant': async ({ lab, son, mother }) => {
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    return () => one(openGrant)(lab.deps, { ...ask(son, bindingId), showCode: null, shareFunds: TERMS, sharedLimitFen: null, ...signed });
  },
  'pause-grant': step(pauseGrant),
  'resume-grant': step(resumeGrant, pauseGrant),
  'close-grant': step(closeGrant),
  'change-terms': async ({ lab, son, mother }) => {
    const bindingId = await bind(lab, son, mother);
    const shareFunds = { ...TERMS, endsOn: plainDate('2027-12-31') };
    return () => one(changeTerms)(lab.deps, { ...ask(son, bindingId), showCode: null, shareFunds });
  },
  unbind: async ({ lab, son, mother }) => {
    const bindingId = await bind(lab, son, mother);
    return () => one(unbind)(lab.deps, ask(mother, bindingId));
  },
  'set-shared-limit': async ({ lab, son, mother }) => {
    await bind(lab, son, mother);
    return () => one(setSharedLimit)(lab.deps, { key: newKey(), actorId: son.personId, limitFen: fen(100_000) });
  },
  'apply-premium': async (world) => {
    const quoteId = await quoted(world);
    return () => one(applyPremium)(world.lab.deps, { key: newKey(), actorId: world.son.personId, quoteId });
  },
  'apply-premiums': async (world) => {
    const quoteId = await quoted(world);
    return () => one(applyPremiums)(world.lab.deps, { key: newKey(), actorId: world.son.personId, quoteIds: [quoteId] });
  },
  'void-premium': async (world) => {
    const paymentId = await applied(world);
    return () => one(voidPremium)(world.lab.deps, { key: newKey(), actorId: world.son.personId, paymentId });
  },
  'refund-premium': async (world) => {
    const paymentId = await applied(world);
    await clear(world.lab);
    return () => one(refundPremium)(world.lab.deps, { key: newKey(), actorId: world.son.personId, paymentId, reason: 'duplicate' });
  },
  settle: async (world) => {
    const asked = await cost(world);
    return () => one(settle)(world.lab.deps, asked);
  },
  'void-settlement': async (world) => {
    const { settlementId } = await one(settle)(world.lab.deps, await cost(world));
    return () => one(voidSettlement)(world.lab.deps, { key: newKey(), institutionId: world.lab.institutionId, settlementId });
  },
  'jobs: the batch takes what was held': async (world) => {
    await applied(world);
    return () => clear(world.lab);
  },
  'jobs: an end date is reached': async ({ lab, son, mother }) => {
    await bind(lab, son, mother, { shareFunds: { ...TERMS, endsOn: plainDate('2026-11-25') }, showCode: null });
    return async () => {
      lab.setClock(new Date('2026-11-26T02:00:00Z'));
      await runDueJobs(lab.deps);
    };
  },
};

async function clear(lab: CoreLab): Promise<void> {
  lab.setClock(new Date('2026-11-30T02:00:00Z'));
  await runDueJobs(lab.deps);
}

/** The tax office of the test gives back at once. */
const ASKED_AND_GIVEN_BACK = 2;

/** Told to one, since it is one person's alone. */
const ONE: Readonly<Record<string, Prepare>> = {
  'give-offline-key': async ({ lab, son, mother }) => {
    const parent = await enrolParent(lab, { regionCode: '440300' });
    await bind(lab, son, parent);
    void mother;
    const asked = { key: newKey(), actorId: son.personId, personId: parent.personId, deviceId: 'device-0001', deviceName: '手机' };
    return () => one(giveOfflineKey)(lab.deps, asked);
  },
  'write-complaint':
    async ({ lab, son }) =>
    () =>
      one(writeComplaint)(lab.deps, complaintOf(son)),
  'answer-complaint': async ({ lab, son }) => {
    const { number } = await one(writeComplaint)(lab.deps, complaintOf(son));
    return () => answerComplaint(lab.deps, { number, text: '已经核实。' });
  },
};
const complaintOf = ({ personId }: Person) =>
  ({
    key: newKey(),
    actorId: personId,
    kind: 'other',
    text: '一条建议。',
    about: null,
    reference: null,
    errorCode: null,
    phone: null,
  }) as const;

/** Neither takes money nor changes a binding, or is a piece of one that does; why. */
const SILENT: Readonly<Record<string, string>> = {
  'agree-to-privacy': 'the reader’s own act',
  'binding-command': 'a piece',
  'change-institutions': 'the operator’s',
  'close-complaint': 'the writer’s own act',
  'delete-account': 'the reader’s own act, allowed only where no binding stands',
  'end-showing': 'a piece',
  'enrol-people': 'the register tells',
  'keep-quote': 'a question',
  'mark-messages-read': 'the reader’s own act',
  'pre-settle': 'a question',
  'quote-names': 'a piece',
  'quote-premium': 'a question',
  'quote-premiums': 'a question',
  'register-institutions': 'nobody’s',
  'remove-device': 'listed under 我的设备',
  'scan-code': 'written down in 谁出示过我的医保码',
  'scan-offline-code': 'tells only that a day’s number is used up; test/core/offline-codes',
  'set-reminders': 'the reader’s own act',
  'settlement-split': 'a piece',
  'show-code': 'written down in 谁出示过我的医保码',
  'step-command': 'a piece',
  subscribe: 'the reader’s own act',
  'withdraw-consent': 'the reader’s own act: bindings stay, phones without network and the session end',
};

describe('who is told', () => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab('postgres', 5);
  });
  beforeEach(() => lab.setClock(MONDAY));
  afterAll(() => lab.close());

  const people = async (): Promise<World> => ({ lab, son: await enrol(lab), mother: await enrolParent(lab) });
  const toldOf = async (person: Person): Promise<number> =>
    (await lab.pool.query<{ n: number }>('select count(*)::int n from messages where holder_id = $1', [person.personId])).rows[0]?.n ?? 0;

  it('is said for every command there is', () => {
    const files = readdirSync('packages/core/src/commands').map((name) => name.replace(/\.ts$/, ''));
    const known = [...Object.keys(BOTH), ...Object.keys(ONE), ...Object.keys(SILENT), 'set-deduction-order'];
    expect(files.filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !name.startsWith('jobs: ') && !files.includes(name))).toEqual([]);
  });

  it.each(Object.entries(BOTH))('%s tells both sides, once each', async (name, prepare) => {
    const world = await people();
    const act = await prepare(world);
    const before = [await toldOf(world.son), await toldOf(world.mother)];
    await act();
    const steps = name === 'refund-premium' ? ASKED_AND_GIVEN_BACK : 1;
    expect([await toldOf(world.son), await toldOf(world.mother)]).toEqual(before.map((count) => count + steps));
  });

  it.each(Object.entries(ONE))('%s tells the one whose it is', async (_name, prepare) => {
    const act = await prepare(await people());
    const count = async () => (await lab.pool.query<{ n: number }>('select count(*)::int n from messages')).rows[0]?.n ?? 0;
    const before = await count();
    await act();
    expect(await count()).toBe(before + 1);
  });

  it('says to every payer what is left of the month’s cap and of the limit shared by all relatives, and never to another', async () => {
    const world = await people();
    const { son, mother } = world;
    await bind(lab, son, mother, { shareFunds: { ...TERMS, capPerMonthFen: fen(300_000) }, sharedLimitFen: fen(200_000) });
    await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, son, mother), { totalFen: fen(1_000) }));
    const { quoteId } = await one(quotePremium)(lab.deps, { key: newKey(), actorId: son.personId, personId: mother.personId, year: 2027 });
    await one(applyPremium)(lab.deps, { key: newKey(), actorId: son.personId, quoteId });
    await clear(lab);
    const texts = async ({ personId }: Person) =>
      (await lab.pool.query<{ text: string }>('select text from messages where holder_id = $1 order by number', [personId])).rows.map(
        (row) => withoutNumber(row.text),
      );
    const told = (await texts(son)).filter((text) => text.includes('限额还剩'));
    expect(told).toEqual([
      expect.stringMatching(/本月限额还剩 ¥2,990\.00。全体亲属共用限额还剩 ¥1,990\.00。$/),
      expect.stringMatching(/本月限额还剩 ¥2,\d{3}\.00。全体亲属共用限额还剩 ¥1,\d{3}\.00。$/),
      expect.stringMatching(/本月限额还剩 ¥2,\d{3}\.00。全体亲属共用限额还剩 ¥1,\d{3}\.00。$/),
    ]);
    expect((await texts(mother)).join()).not.toContain('限额还剩');
  });

  it('in a region where the patient orders the payers, tells each sponsor that the order changed', async () => {
    const region = { regionCode: '110000' };
    const patient = await enrolParent(lab, region);
    const sponsors = [await enrol(lab, region), await enrol(lab, region)];
    const bindingIds: string[] = [];
    for (const sponsor of sponsors) bindingIds.push(await bind(lab, sponsor, patient));
    const before = await Promise.all([patient, ...sponsors].map(toldOf));
    await one(setDeductionOrder)(lab.deps, { key: newKey(), actorId: patient.personId, bindingIds: bindingIds.reverse() });
    expect(await Promise.all([patient, ...sponsors].map(toldOf))).toEqual(before.map((count) => count + 1));
  });
});
