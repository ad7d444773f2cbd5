import { type FSI_TRANSACTIONS, type RouteName, ROUTES } from '@gongji/contract';
import type { LookKind } from '@gongji/domain';
import { type Edge, OPENING_TIME, openEdge } from '../support/edge';
import { callRoute } from '../support/edge-client';
import { bindingRequest } from '../support/family';
import { fsiOutput } from '../support/institution';
import { cost, DEVICE, doMainJob, type MainJob, scan } from '../support/main-job';
import { goodAsks } from './good-asks';

// Every route of the contract: what it answers of somebody else leaves an entry that this person can see, or there is a reason why it need not.

/** Entries of the mother that the son's good request leaves on a day without any other. */
const LEAVES: Readonly<Partial<Record<RouteName, readonly LookKind[]>>> = {
  bindings: ['card'],
  binding: ['card'],
  pauseGrant: ['card'],
  resumeGrant: ['card'],
  changeTerms: ['card'],
  explainBinding: ['conditions'],
  checkGrant: ['conditions'],
  unbindPreview: ['conditions'],
  showCode: ['code-shown'],
  codeEvents: ['code-result'],
  settlement: ['settlement-share'],
  levy: ['levy'],
  quotePremiums: ['levy'],
  familyCalendar: ['calendar'],
  premiumPayments: ['premium'],
  premiumPayment: ['premium'],
};

/** Shown by a test of its own below, or by the same piece of the core as one of those above. */
const ELSEWHERE: Readonly<Partial<Record<RouteName, string>>> = {
  checkBinding: 'below: the named person is told',
  proposeBinding: 'answers by readBinding, as binding does',
  acceptBinding: 'answers by readBinding, as binding does',
  declineBinding: 'answers by readBinding, as binding does',
  withdrawInvitation: 'answers by readBinding, as binding does',
  openInvitation: 'answers by readBinding, as binding does',
  openGrant: 'answers by readBinding, as binding does',
  closeGrant: 'answers by readBinding, as binding does',
  unbind: 'answers by readBinding, as binding does',
  quotePremium: 'asks by askLevyOfRelative, as quotePremiums does',
  applyPremium: 'answers by readPayment, as premiumPayment does',
  applyPremiums: 'answers by readPayment, as premiumPayment does',
  voidPremium: 'answers by readPayment, as premiumPayment does',
  refundPremium: 'answers by readPayment, as premiumPayment does',
  previewRefund: 'test/core/looks.test.ts',
  receipt: 'test/core/looks.test.ts',
  receiptPicture: 'draws what receipt answers',
  receiptDocument: 'draws what receipt answers',
  verifyReceipt: 'test/core/looks.test.ts',
  giveOfflineKey: 'test/core/looks.test.ts',
  previewDeduction: 'below: the sponsor is told',
  deductionOrder: 'below: the sponsor is told',
  setReminders: 'answers by readFamilyCalendar, as familyCalendar does',
  setDeductionOrder: 'answers by readDeductionOrder, as deductionOrder does',
};

/** Others are named, and need not be told of each look. */
const REASONS: Readonly<Partial<Record<RouteName, string>>> = {
  accountEntries: 'one’s own account; whom one paid for is masked, and that person has the settlement in their own records',
  accountEntriesFile: 'the same as accountEntries',
  accountSums: 'the same as accountEntries: masked names to filter by',
  codeLog: 'tells the person who showed their code: it is itself the record of looks',
  accessLog: 'tells the person who looked: it is itself the record of looks',
  devices: 'tells the person whose phones can show their code, masked',
  removeDevice: 'answers as devices does',
  accountDeletion: 'names whom one is bound to, masked, as bindings does',
  exportFile: 'what stands in one’s own records, others masked, as in bindings, payments and displays',
  exportPage: 'the same as exportFile',
  messages: 'what the person was told, kept as it was told',
};

type Infno = keyof typeof FSI_TRANSACTIONS;
const TRANSACTIONS: Readonly<Record<Infno, readonly LookKind[] | string>> = {
  '6101': ['scanned'],
  '1101': ['identity'],
  '2001': ['benefit'],
  '2101': ['split'],
  '2206': ['split'],
  '2102':
    'leaves the settlement in the records of the patient and of each payer, a message to each, and an entry for a sponsor who pays nothing',
  '2207':
    'leaves the settlement in the records of the patient and of each payer, a message to each, and an entry for a sponsor who pays nothing',
  '2103': 'leaves the void in the records of the patient and of each payer, and a message to each',
  '2208': 'leaves the void in the records of the patient and of each payer, and a message to each',
  '2601': 'leaves the void in the records of the patient and of each payer, and a message to each',
};

/** After these the son is not there to ask. They answer nothing. */
const ENDS: readonly RouteName[] = ['logOut', 'endSessions', 'withdrawConsent', 'deleteAccount'];

const names = Object.keys(ROUTES) as RouteName[];

describe('every look at another person', () => {
  let edge: Edge;
  let job: MainJob;
  let days = 0;
  beforeAll(async () => {
    edge = await openEdge();
    job = await doMainJob(edge);
  });
  afterAll(() => edge.close());

  /** So that an entry of the day before cannot stand for today's. */
  const nextDay = (): void => edge.pretendNow(new Date(OPENING_TIME.getTime() + (days += 1) * 3_600_000 * 24));
  const noted = async (holderId: string): Promise<readonly string[]> => {
    const today = new Date(edge.deps.core.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { rows } = await edge.pool.query<{ what: string }>('select what from looks where holder_id = $1 and day = $2 order by id', [
      holderId,
      today,
    ]);
    return rows.map(({ what }) => what);
  };

  it.each(Object.keys(LEAVES) as RouteName[])('%s leaves an entry for whom it is about', async (name) => {
    nextDay();
    await job.son.ask(name, goodAsks(job)[name]);
    expect(await noted(job.mother.personId)).toEqual(LEAVES[name]);
  });

  it('by asking whether somebody can be bound leaves an entry for the named person', async () => {
    nextDay();
    const { relative, relation, showCode, shareFunds, sharedLimitFen } = bindingRequest('chen-guilan', 'parent');
    await job.stranger.ask('checkBinding', { body: { relative, relation, showCode, shareFunds, sharedLimitFen } });
    expect(await noted(job.mother.personId)).toEqual(['named']);
  });

  it('at a sponsor, by whom they pay for, leaves an entry for the sponsor', async () => {
    nextDay();
    await job.mother.ask('deductionOrder');
    await job.mother.ask('previewDeduction', { body: { ...goodAsks(job).previewDeduction.body, personId: job.mother.personId } as never });
    expect(await noted(job.son.personId)).toEqual(['card', 'deduction']);
  });

  it('by an institution leaves an entry for the patient, and for a sponsor where one is named', async () => {
    nextDay();
    const { payload } = await job.son.ask('showCode', { body: { personId: job.mother.personId, deviceId: DEVICE } });
    const ecToken = await scan(edge, payload);
    const { baseinfo } = await fsiOutput<{ baseinfo: { psn_no: string } }>(edge, {
      infno: '1101',
      input: { mdtrt_cert_type: '01', mdtrt_cert_no: ecToken },
    });
    await fsiOutput(edge, {
      infno: '2001',
      input: { psn_no: baseinfo.psn_no, insutype: '390', begntime: '2026-11-23 10:00:00', med_type: '11' },
    });
    await fsiOutput(edge, { infno: '2206', input: cost(ecToken) });
    expect(await noted(job.mother.personId)).toEqual(['code-shown', 'scanned', 'identity', 'benefit', 'split']);
    expect(await noted(job.son.personId)).toEqual(['sponsor-split']);
    const declared = Object.values(TRANSACTIONS).filter((what) => typeof what !== 'string');
    expect(await noted(job.mother.personId)).toEqual(expect.arrayContaining(declared.flat()));
  });

  it('leaves one entry a day, however often the page asks', async () => {
    nextDay();
    for (let time = 0; time < 5; time += 1) await job.son.ask('bindings');
    expect(await noted(job.mother.personId)).toEqual(['card']);
  });

  const plain = names.filter((name) => ![LEAVES, ELSEWHERE, REASONS].some((table) => Object.hasOwn(table, name)) && !ENDS.includes(name));
  it.each(plain)('%s says nothing of anybody else, or has to leave an entry', async (name) => {
    const { status, body } = await callRoute(edge, name, { ...goodAsks(job)[name], token: job.son.token });
    expect(status).toBeLessThan(500);
    const told = JSON.stringify(body);
    for (const trace of [job.mother.personId, '陈桂兰', '陈*兰']) expect(told).not.toContain(trace);
  });

  it('is read by the person it is about, newest first, page by page, in words', async () => {
    const first = await job.mother.ask('accessLog', { query: { limit: 3 } });
    expect(first.looks).toHaveLength(3);
    expect(first.looks[0]).toMatchObject({ who: '陈*国', whoKind: 'person', what: expect.stringContaining('已遮盖') });
    const next = await job.mother.ask('accessLog', { query: { limit: 100, cursor: first.nextCursor ?? '' } });
    const numbers = next.looks.map(({ lookId }) => Number(lookId));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(next.looks).toContainEqual(expect.objectContaining({ who: '深圳市莲花医院（演示）', whoKind: 'institution' }));
    expect((await job.stranger.ask('accessLog')).looks).toEqual([]);
  });
});
