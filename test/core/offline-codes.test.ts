import {
  giveOfflineKey,
  type OfflineKey,
  one,
  preSettle,
  readCodeEvents,
  readCodeLog,
  readDevices,
  removeDevice,
  scanCode,
  settle,
  showCode,
  unbind,
  voidSettlement,
} from '@gongji/core';
import { fen, offlinePayload, offlineStepAt } from '@gongji/domain';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf, inboxOf, refusal } from '../support/core-steps';

// Codes that a phone works out without network: the phone here is the test, with nothing but the key that it was given.

jest.setTimeout(90_000);

const PHONE = 'phone-0001';
const seconds = (n: number): Date => new Date(MONDAY.getTime() + n * 1000);

describe.each(ENGINES)('a code without network on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  /** Insured in Shenzhen as well, where such codes are offered. */
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab);
    mother = await enrolParent(lab, { regionCode: '440300' });
  });
  afterAll(() => lab.close());

  const give = (shower: Person, person = shower, { key = newKey(), deviceId = PHONE } = {}) =>
    one(giveOfflineKey)(lab.deps, { key, actorId: shower.personId, personId: person.personId, deviceId, deviceName: '我的手机' });
  /** What the phone shows at a moment of its own clock. */
  const shown = ({ handle, secret }: OfflineKey, at = 0): string =>
    offlinePayload({ handle, secret: Buffer.from(secret, 'base64url') }, offlineStepAt(seconds(at).getTime()));
  const scan = (payload: string) => one(scanCode)(lab.deps, { institutionId: lab.institutionId, payload });
  const remove = (who: Person, deviceId = PHONE) => one(removeDevice)(lab.deps, { key: newKey(), actorId: who.personId, deviceId });
  const told = async (who: Person) => (await inboxOf(lab.deps, who.personId)).map(({ title }) => title);

  it('leaves no key on a phone that is removed, whoever asks for one meanwhile', async () => {
    let ticks = 0;
    const deps = { ...lab.deps, now: () => seconds((ticks += 1)) };
    for (let round = 0; round < 12; round += 1) {
      const [shower, child] = [await enrol(lab), await enrolParent(lab, { regionCode: '440300' })];
      await bind(lab, shower, child);
      await give(shower);
      const ask = { key: newKey(), actorId: shower.personId, personId: child.personId, deviceId: PHONE, deviceName: '我的手机' };
      await Promise.allSettled([
        one(giveOfflineKey)(deps, ask),
        one(removeDevice)(deps, { key: newKey(), actorId: shower.personId, deviceId: PHONE }),
      ]);
    }
    const { rows } = await lab.pool.query(
      `select k.id from offline_keys k join devices d on d.holder_id = k.shower_id and d.device_id = k.device_id
        where k.revoked_at is null and k.given_at <= d.removed_at`,
    );
    expect(rows).toEqual([]);
  });

  it('is scanned, settled, told and listed like any other', async () => {
    const key = await give(son);
    expect(key).toMatchObject({
      own: true,
      stepSeconds: 30,
      mostPerDay: 3,
      mostFenPerDay: 50_000,
      rule: { assumed: true, kind: 'offlineCode' },
    });
    lab.setClock(seconds(20));
    const scanned = await scan(shown(key));
    expect(scanned).toMatchObject({ name: son.name, shownByRelative: false });
    await one(settle)(lab.deps, costOf(lab, scanned.ecToken));
    const { displays } = await readCodeLog(lab.deps, { personId: son.personId, limit: 20 });
    expect(displays).toMatchObject([
      {
        shownAt: '2026-11-23T10:00:00.000+08:00',
        scannedAt: '2026-11-23T10:00:20.000+08:00',
        shownBy: '本人',
        institution: '深圳演示医院',
      },
    ]);
    const events = await readCodeEvents(lab.deps, { personId: son.personId, codeId: displays[0]?.codeId ?? '' });
    expect(events).toMatchObject({ state: 'settled', settlement: { accountFen: 10_000 } });
  });

  it('is taken one step early or late and burnt once, also by two counters at the same moment', async () => {
    const key = await give(son);
    for (const off of [-60, 60]) await refusal(scan(shown(key, off)), 'CODE_INVALID');
    await scan(shown(key, -30));
    await refusal(scan(shown(key, -30)), 'CODE_INVALID');
    const outcomes = await Promise.allSettled([scan(shown(key, 30)), scan(shown(key, 30)), scan(shown(key, 30))]);
    expect(outcomes.map((each) => (each.status === 'fulfilled' ? 'taken' : (each.reason as { code: string }).code)).sort()).toEqual([
      'CODE_INVALID',
      'CODE_INVALID',
      'taken',
    ]);
  });

  it.each([
    ['nobody gave', () => '1'.repeat(38)],
    ['with another digit', (key: OfflineKey) => shown(key).replace(/.$/, (last) => String((Number(last) + 1) % 10))],
    ['with another handle', (key: OfflineKey, other: OfflineKey) => other.handle + shown(key).slice(14)],
  ])('is worth nothing: one %s', async (_what, make) => {
    const [key, other] = [await give(son), await give(mother)];
    await refusal(scan(make(key, other)), 'CODE_INVALID');
    await scan(shown(key));
  });

  it('is offered nowhere but where a rule says so', async () => {
    const elsewhere = await enrol(lab, { regionCode: '440100' });
    await expect(give(elsewhere)).rejects.toMatchObject({ code: 'OFFLINE_CODE_NOT_OFFERED', facts: { region: '广州市' } });
    expect(await readDevices(lab.deps, elsewhere.personId)).toEqual({ devices: [] });
  });

  it('asks for the same rights as showing, and ends with the binding', async () => {
    await refusal(give(son, mother), 'CODE_NOT_ALLOWED');
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    const key = await give(son, mother);
    expect(await told(mother)).toContain('离线医保码已开通');
    expect(await scan(shown(key))).toMatchObject({ name: mother.name, shownByRelative: true });
    await one(unbind)(lab.deps, { key: newKey(), actorId: mother.personId, bindingId });
    await refusal(scan(shown(key, 30)), 'CODE_INVALID');
    expect((await readDevices(lab.deps, mother.personId)).devices).toEqual([]);
  });

  it('has a secret that is given once: the same request again, and nothing but that, tells it again; nowhere is it kept in the clear', async () => {
    const again = newKey();
    const key = await give(son, son, { key: again });
    expect(await give(son, son, { key: again })).toEqual(key);
    const rows = await lab.pool.query<{ text: string }>(
      `select row_to_json(k)::text as text from offline_keys k union all select row_to_json(r)::text from requests r
       union all select row_to_json(d)::text from devices d union all select row_to_json(a)::text from audit_lines a`,
    );
    const secret = Buffer.from(key.secret, 'base64url');
    for (const { text } of rows.rows)
      for (const form of [key.secret, secret.toString('base64'), secret.toString('hex')]) expect(text.includes(form)).toBe(false);
  });

  it('of a former key of the same phone is not taken any more; one of another phone is', async () => {
    const [first, tablet] = [await give(son), await give(son, son, { deviceId: 'tablet-0001' })];
    const second = await give(son);
    await refusal(scan(shown(first)), 'CODE_INVALID');
    await scan(shown(second));
    await scan(shown(tablet));
  });

  it('and what is shown end when the phone is removed, and the phone is in the list no more', async () => {
    const key = await give(son);
    const live = await one(showCode)(lab.deps, { key: newKey(), actorId: son.personId, personId: son.personId, deviceId: PHONE });
    expect((await readDevices(lab.deps, son.personId)).devices).toMatchObject([
      { deviceId: PHONE, name: '我的手机', offlineKeys: [{ offlineKeyId: key.offlineKeyId, person: '本人', own: true }] },
    ]);
    expect(await remove(son)).toEqual({ devices: [] });
    await refusal(scan(shown(key)), 'CODE_INVALID');
    await refusal(scan(live.payload), 'CODE_INVALID');
    expect((await readCodeEvents(lab.deps, { personId: son.personId, codeId: live.codeId })).state).toBe('expired');
    await refusal(remove(son), 'DEVICE_NOT_FOUND');
    lab.setClock(seconds(60));
    await one(showCode)(lab.deps, { key: newKey(), actorId: son.personId, personId: son.personId, deviceId: PHONE });
    expect((await readDevices(lab.deps, son.personId)).devices).toMatchObject([{ deviceId: PHONE, offlineKeys: [] }]);
  });

  it('keeps its phone in the list; one that only showed codes leaves it after ninety days', async () => {
    await give(son);
    await one(showCode)(lab.deps, { key: newKey(), actorId: son.personId, personId: son.personId, deviceId: 'tablet-0001' });
    const listed = async () => (await readDevices(lab.deps, son.personId)).devices.map(({ deviceId }) => deviceId).sort();
    lab.setClock(seconds(90 * 86_400));
    expect(await listed()).toEqual([PHONE, 'tablet-0001']);
    lab.setClock(seconds(90 * 86_400 + 1));
    expect(await listed()).toEqual([PHONE]);
  });

  it("on somebody else's phone is seen and ended by the person whose code it is, who learns nothing else of the phone", async () => {
    await bind(lab, son, mother, { shareFunds: null });
    const [ofMother, own] = [await give(son, mother), await give(son)];
    const { devices } = await readDevices(lab.deps, mother.personId);
    expect(devices).toMatchObject([{ deviceId: ofMother.offlineKeyId, offlineKeys: [{ person: '本人', own: true }] }]);
    for (const secret of [PHONE, '我的手机', own.offlineKeyId]) expect(JSON.stringify(devices)).not.toContain(secret);
    await refusal(remove(mother, own.offlineKeyId), 'DEVICE_NOT_FOUND');
    await refusal(remove(mother), 'DEVICE_NOT_FOUND');
    expect(await remove(mother, ofMother.offlineKeyId)).toEqual({ devices: [] });
    await refusal(scan(shown(ofMother)), 'CODE_INVALID');
    await scan(shown(own));
  });

  it('is taken three times a person and day, whichever phone shows it; who shows it is told once', async () => {
    await bind(lab, son, mother, { shareFunds: null });
    const [own, sons] = [await give(mother), await give(son, mother)];
    await scan(shown(own));
    await scan(shown(sons));
    const last = await Promise.allSettled([scan(shown(own, 30)), scan(shown(sons, 30)), scan(shown(own, -30))]);
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    lab.setClock(seconds(120));
    for (const at of [120, 150]) await refusal(scan(shown(sons, at)), 'CODE_INVALID');
    expect((await told(son)).filter((title) => title === '离线医保码今天已用完')).toHaveLength(1);
    lab.setClock(seconds(86_400));
    await scan(shown(sons, 86_400));
  });

  it('is taken three times also when twelve on four phones are scanned at once', async () => {
    const keys: OfflineKey[] = [];
    for (const deviceId of ['phone-0001', 'phone-0002', 'phone-0003', 'phone-0004']) keys.push(await give(son, son, { deviceId }));
    const payloads = keys.flatMap((key) => [-30, 0, 30].map((at) => shown(key, at)));
    const outcomes = await Promise.allSettled(payloads.map(scan));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect((await told(son)).filter((title) => title === '离线医保码今天已用完')).toHaveLength(1);
  });

  it('pays so much account money a day, and the rest is cash to agree to', async () => {
    const key = await give(son);
    const costs = [];
    for (const at of [0, 30, -30]) costs.push(costOf(lab, (await scan(shown(key, at))).ecToken, { totalFen: fen(30_000) }));
    const [first, second, third] = costs;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three were scanned');
    expect(await one(settle)(lab.deps, first)).toMatchObject({ accountFen: 30_000, cashFen: 0 });
    expect(await one(preSettle)(lab.deps, second)).toMatchObject({ accountFen: 20_000, cashFen: 10_000 });
    await refusal(one(settle)(lab.deps, second), 'SETTLEMENT_CASH_NOT_AGREED');
    const both = await settle(lab.deps, [
      { ...second, cashFen: fen(10_000) },
      { ...third, cashFen: fen(30_000) },
    ]);
    expect(both).toMatchObject([
      { ok: true, value: { accountFen: 20_000 } },
      { ok: true, value: { accountFen: 0, cashFen: 30_000 } },
    ]);
    const online = await one(showCode)(lab.deps, { key: newKey(), actorId: son.personId, personId: son.personId, deviceId: PHONE });
    const { ecToken } = await scan(online.payload);
    expect(await one(settle)(lab.deps, costOf(lab, ecToken, { totalFen: fen(30_000) }))).toMatchObject({ accountFen: 30_000 });
  });

  it('has the money of the day again when a settlement of it is taken back', async () => {
    const key = await give(son);
    const [first, second] = [costOf(lab, (await scan(shown(key))).ecToken), costOf(lab, (await scan(shown(key, 30))).ecToken)];
    const whole = { totalFen: fen(50_000) };
    const { settlementId } = await one(settle)(lab.deps, { ...first, ...whole });
    expect(await one(preSettle)(lab.deps, { ...second, ...whole })).toMatchObject({ accountFen: 0 });
    await one(voidSettlement)(lab.deps, { key: newKey(), institutionId: lab.institutionId, settlementId });
    expect(await one(preSettle)(lab.deps, { ...second, ...whole })).toMatchObject({ accountFen: 50_000 });
  });
});
