import { closeGrant, one, pauseGrant, readCodeEvents, readCodeLog, readSettlement, scanCode, settle, showCode, unbind } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf, refusal } from '../support/core-steps';

jest.setTimeout(60_000);

const seconds = (n: number): Date => new Date(MONDAY.getTime() + n * 1000);

describe.each(ENGINES)('an insurance code on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab);
    mother = await enrolParent(lab);
  });
  afterAll(() => lab.close());

  const show = (shower: Person, person = shower, deviceId = 'device-0001') =>
    one(showCode)(lab.deps, { key: newKey(), actorId: shower.personId, personId: person.personId, deviceId });
  const scan = (payload: string) => one(scanCode)(lab.deps, { institutionId: lab.institutionId, payload });

  it('is 40 digits, lasts half a minute and tells the institution who it is', async () => {
    const code = await show(son);
    expect(code).toMatchObject({ own: true, ttlSeconds: 30, expiresAt: '2026-11-23T10:00:30.000+08:00' });
    expect(code.payload).toMatch(/^\d{40}$/);
    const scanned = await scan(code.payload);
    expect(scanned).toMatchObject({ name: son.name, certificateNumber: son.certificateNumber, shownByRelative: false });
    expect(scanned.ecToken).toHaveLength(48);
  });

  it('is used once, by one of two counters that scan it at the same moment', async () => {
    const { payload } = await show(son);
    const outcomes = await Promise.allSettled([scan(payload), scan(payload)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await refusal(scan(payload), 'CODE_INVALID');
  });

  it('is taken five seconds after its countdown and no later', async () => {
    const { payload } = await show(son);
    lab.setClock(seconds(36));
    await refusal(scan(payload), 'CODE_INVALID');
    lab.setClock(seconds(35));
    await scan(payload);
  });

  it('ends when the same phone shows a newer one, and not when another phone does', async () => {
    const first = await show(son);
    const onTablet = await show(son, son, 'device-0002');
    const second = await show(son);
    await refusal(scan(first.payload), 'CODE_INVALID');
    await scan(onTablet.payload);
    await scan(second.payload);
    expect((await readCodeEvents(lab.deps, { personId: son.personId, codeId: first.codeId })).state).toBe('expired');
  });

  it("is a relative's only with the relative's agreement", async () => {
    await refusal(show(son, mother), 'CODE_NOT_ALLOWED');
    await bind(lab, son, mother, { shareFunds: null });
    expect(await show(son, mother)).toMatchObject({ own: false, person: { personId: mother.personId } });
    // Agreeing goes one way.
    await refusal(show(mother, son), 'CODE_NOT_ALLOWED');
  });

  it('is worth nothing after the unbinding, even when it was shown before', async () => {
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    const { payload } = await show(son, mother);
    await one(unbind)(lab.deps, { key: newKey(), actorId: mother.personId, bindingId });
    await refusal(scan(payload), 'CODE_INVALID');
    await refusal(show(son, mother), 'CODE_NOT_ALLOWED');
  });

  it.each([
    ['unbound', unbind],
    ['paused', pauseGrant],
    ['closed', closeGrant],
  ])('is called ended at once where it is shown, when the two are %s', async (_word, step) => {
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    const [hers, own] = [await show(son, mother), await show(son)];
    const heard: string[] = [];
    const deps = { ...lab.deps, codesChanged: (codeIds: readonly string[]) => void heard.push(...codeIds) };
    await one(step)(deps, { key: newKey(), actorId: mother.personId, bindingId, kind: 'show-code' });
    expect(heard).toEqual([hers.codeId]);
    const stateOf = async (codeId: string) => (await readCodeEvents(lab.deps, { personId: son.personId, codeId })).state;
    expect(await Promise.all([hers, own].map(({ codeId }) => stateOf(codeId)))).toEqual(['ended', 'shown']);
  });

  it('is not shown for somebody whose insurance is paused', async () => {
    const paused = await enrol(lab, { insuranceState: 'paused' });
    await refusal(show(paused), 'CODE_OWNER_NOT_INSURED');
  });

  it('tells who shows it what became of it, and nobody else', async () => {
    const { codeId, payload } = await show(mother);
    const events = () => readCodeEvents(lab.deps, { personId: mother.personId, codeId });
    expect(await events()).toMatchObject({ state: 'shown', settlement: null, institution: null });
    const { ecToken } = await scan(payload);
    expect(await events()).toMatchObject({ state: 'scanned', institution: '深圳演示医院', settlement: null });
    const cost = costOf(lab, ecToken);
    await one(settle)(lab.deps, { ...cost, cashFen: cost.totalFen });
    expect(await events()).toMatchObject({ state: 'settled', settlement: { totalFen: 10_000, cashFen: 10_000, legs: [] } });
    await refusal(readCodeEvents(lab.deps, { personId: son.personId, codeId }), 'CODE_NOT_ALLOWED');
  });

  it('says that it changed once that is committed, and nothing of what was refused', async () => {
    const heard: Promise<readonly [string, string]>[] = [];
    const codesChanged = (codeIds: readonly string[]): void => {
      // What is read at this moment, on a connection of its own, is what the notice was about.
      for (const codeId of codeIds)
        heard.push(readCodeEvents(lab.deps, { personId: son.personId, codeId }).then(({ state }) => [codeId, state]));
    };
    const deps = { ...lab.deps, codesChanged };
    const asked = { actorId: son.personId, personId: son.personId, deviceId: 'device-0001' };
    const first = await one(showCode)(deps, { ...asked, key: newKey() });
    const second = await one(showCode)(deps, { ...asked, key: newKey() });
    await refusal(one(scanCode)(deps, { institutionId: lab.institutionId, payload: first.payload }), 'CODE_INVALID');
    const { ecToken } = await one(scanCode)(deps, { institutionId: lab.institutionId, payload: second.payload });
    await refusal(one(settle)(deps, costOf(lab, ecToken, { fundFen: fen(20_000) })), 'SETTLEMENT_AMOUNT_INVALID');
    await one(settle)(deps, costOf(lab, ecToken));
    expect(await Promise.all(heard)).toEqual([
      [first.codeId, 'expired'],
      [second.codeId, 'scanned'],
      [second.codeId, 'settled'],
    ]);
  });

  const log = (limit = 20, cursor?: string) => readCodeLog(lab.deps, { personId: mother.personId, limit, cursor });

  it('leaves an entry for the person each time somebody showed it', async () => {
    await bind(lab, son, mother, { shareFunds: null });
    await scan((await show(son, mother)).payload);
    await show(mother);
    const { displays } = await log();
    expect(displays.map(({ shownBy, institution, settlementId }) => [shownBy === '本人', institution, settlementId]).sort()).toEqual([
      [false, '深圳演示医院', null],
      [true, null, null],
    ]);
  });

  it('leads from its entry to what was settled on it', async () => {
    await bind(lab, son, mother, { shareFunds: null });
    const { ecToken } = await scan((await show(son, mother)).payload);
    const cost = costOf(lab, ecToken);
    const { settlementId } = await one(settle)(lab.deps, { ...cost, cashFen: cost.totalFen });
    expect((await log()).displays).toMatchObject([{ settlementId }]);
    expect(await readSettlement(lab.deps, { personId: mother.personId, settlementId })).toMatchObject({ own: true });
  });

  it('is one entry however long a phone shows it, and the scan one of its own that stays after the unbinding', async () => {
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    for (let time = 0; time < 20; time += 1) {
      lab.setClock(seconds(time * 30));
      await show(son, mother);
    }
    lab.setClock(seconds(600));
    await scan((await show(son, mother)).payload);
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
    const { displays } = await log();
    expect(displays).toMatchObject([
      { times: 1, shownAt: '2026-11-23T10:10:00.000+08:00', institution: '深圳演示医院' },
      { times: 20, shownAt: '2026-11-23T10:00:00.000+08:00', lastShownAt: '2026-11-23T10:09:30.000+08:00', scannedAt: null },
    ]);
  });

  it('is read page by page, every entry once', async () => {
    for (let time = 0; time < 7; time += 1) {
      lab.setClock(seconds(time * 600));
      await show(mother);
    }
    const whole = await log();
    expect([whole.displays.length, whole.nextCursor]).toEqual([7, null]);
    const read: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { displays, nextCursor } = await log(3, cursor);
      read.push(...displays.map(({ codeId }) => codeId));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(read).toEqual(whole.displays.map(({ codeId }) => codeId));
    const ofSon = await show(son);
    expect(await log(3, ofSon.codeId)).toEqual({ displays: [], nextCursor: null });
  });
});
