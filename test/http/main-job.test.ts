import type { EntryPage } from '@gongji/contract';
import { fen } from '@gongji/domain';
import { type Edge, openEdge } from '../support/edge';
import { doMainJob, type MainJob } from '../support/main-job';

// The main job over HTTP, once on each database. What the routes refuse is tested beside it; here is what they do.

describe.each(['postgres', 'pglite'] as const)('the main job on %s', (database) => {
  let edge: Edge;
  let job: MainJob;
  beforeAll(async () => {
    edge = await openEdge({ database });
    job = await doMainJob(edge);
  });
  afterAll(() => edge.close());

  it('leaves an active binding that both sides see, each from their side', async () => {
    const path = { bindingId: job.bindingId };
    const [mine, hers] = [await job.son.ask('binding', { path }), await job.mother.ask('binding', { path })];
    expect(mine).toMatchObject({ myRole: 'owner', state: 'active', relation: 'parent', other: { maskedName: '陈*兰' } });
    expect(hers).toMatchObject({ myRole: 'relative', state: 'active', other: { maskedName: '陈*国' } });
    expect(mine.grants.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['share-funds', 'active'],
      ['show-code', 'active'],
    ]);
    expect((await job.son.ask('bindings')).bindings).toEqual([mine]);
    expect(mine.history.length).toBeGreaterThan(0);
  });

  it('tells the phone what became of the shown code', async () => {
    const events = await job.son.ask('codeEvents', { path: { codeId: job.codeId } });
    expect(events).toMatchObject({
      state: 'settled',
      settlement: { settlementId: job.settlementId, totalFen: 12_000, fundFen: 4_000, accountFen: 8_000, cashFen: 0 },
    });
    expect(events.institution).toMatch(/莲花医院/);
  });

  it('lets the mother see who showed her code and where it was scanned', async () => {
    const { displays } = await job.mother.ask('codeLog');
    expect(displays).toEqual([
      expect.objectContaining({
        codeId: job.codeId,
        shownBy: expect.stringMatching(/陈\*国/),
        institution: expect.stringMatching(/莲花医院/),
      }),
    ]);
  });

  it('took the cost from the son, and holds the premium', async () => {
    const account = await job.son.ask('account');
    const payment = await job.son.ask('premiumPayment', { path: { paymentId: job.paymentId } });
    expect(payment).toMatchObject({ state: 'applied', year: 2027, voidable: true, receipt: null });
    expect(account).toMatchObject({ balanceFen: 800_000 - 8_000, frozenFen: payment.amountFen });
    expect(account.availableFen).toBe(account.balanceFen - account.frozenFen);
    expect((await job.son.ask('premiumPayments')).payments).toEqual([payment]);
  });

  it('pages through the entries from the newest, each once', async () => {
    const all = (await job.son.ask('accountEntries', { query: { limit: 100 } })).entries;
    const kinds = all.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['opening', 'settlement', 'premium-hold']));
    const paged: EntryPage['entries'] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: EntryPage = await job.son.ask('accountEntries', { query: cursor === '' ? { limit: 1 } : { limit: 1, cursor } });
      paged.push(...page.entries);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  it('shows the levy as applied for, and refuses to quote it again', async () => {
    const query = { personId: job.mother.personId, year: 2027 };
    expect(await job.son.ask('levy', { query })).toMatchObject({ state: 'applied', refusedCode: 'PREMIUM_ALREADY_APPLIED' });
    expect((await job.son.refused('quotePremium', { body: query })).code).toBe('PREMIUM_ALREADY_APPLIED');
  });

  it('does not unbind while the payment is open, and says which one', async () => {
    const path = { bindingId: job.bindingId };
    expect(await job.son.ask('unbindPreview', { path })).toMatchObject({
      allowed: false,
      refusedCode: 'BINDING_HAS_OPEN_PAYMENT',
      openPayments: [{ paymentId: job.paymentId, voidable: true }],
    });
    expect((await job.son.refused('unbind', { path })).code).toBe('BINDING_HAS_OPEN_PAYMENT');
  });

  it('previews a deduction with the code of the real one', async () => {
    const preview = await job.son.ask('previewDeduction', {
      body: { personId: job.mother.personId, amountFen: fen(10_000), use: 'care' },
    });
    expect(preview).toMatchObject({ coveredFen: 10_000, cashFen: 0 });
    expect(preview.legs.filter(({ amountFen }) => amountFen > 0)).toEqual([
      expect.objectContaining({ payerId: job.son.personId, amountFen: 10_000 }),
    ]);
  });

  it('writes to everybody concerned', async () => {
    const titles = async (who: 'son' | 'mother') => (await job[who].ask('messages')).messages.map(({ title, text }) => `${title} ${text}`);
    expect((await titles('son')).length).toBeGreaterThanOrEqual(2);
    expect((await titles('mother')).length).toBeGreaterThanOrEqual(1);
    for (const text of [...(await titles('son')), ...(await titles('mother'))]) expect(text).not.toMatch(/陈建国|陈桂兰|\d{17}/);
  });

  it('clears at the end of the month: paid, with both numbers, and then unbinds', async () => {
    const path = { paymentId: job.paymentId };
    await edge.moveClockTo(new Date('2026-11-30T10:00:00Z'));
    const paid = await job.son.ask('premiumPayment', { path });
    expect(paid).toMatchObject({
      state: 'paid',
      voidable: false,
      receipt: { taxNumber: expect.any(String), ourNumber: expect.any(String) },
    });
    expect(await job.son.ask('account')).toMatchObject({ frozenFen: 0, balanceFen: 800_000 - 8_000 - paid.amountFen });
    expect((await job.son.refused('voidPremium', { path })).code).toBe('PREMIUM_NOT_VOIDABLE');
    const unbound = await job.son.ask('unbind', { path: { bindingId: job.bindingId } });
    expect(unbound.state).toBe('ended');
    expect((await job.son.refused('showCode', { body: { personId: job.mother.personId, deviceId: 'device-0001' } })).code).toBe(
      'CODE_NOT_ALLOWED',
    );
    expect((await job.son.refused('quotePremium', { body: { personId: job.mother.personId, year: 2027 } })).code).toMatch(/^PREMIUM_/);
  });
});
