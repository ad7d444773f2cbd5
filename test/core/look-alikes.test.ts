import {
  exportPerson,
  giveOfflineKey,
  one,
  previewAccountDeletion,
  previewDeduction,
  previewRefund,
  readAccessLog,
  readCodeEvents,
  readCodeLog,
  readComplaint,
  readEntries,
  readSums,
  scanCode,
  showCode,
  readBindings,
  readDeductionOrder,
  readDevices,
  readFamilyCalendar,
  readLevy,
  readPayments,
  settle,
  unbind,
  voidPremium,
  writeComplaint,
} from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { apply, bind, costOf, quote, tokenFor } from '../support/core-steps';

// Two of a family may be masked alike: 王* and 王*. Whoever pays for them is told which one, on every page and in every message.

jest.setTimeout(60_000);

describe('relatives who are masked alike', () => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab('postgres', 5);
  });
  beforeEach(() => lab.setClock(MONDAY));
  afterAll(() => lab.close());

  const textsOf = async ({ personId }: Person): Promise<string> => {
    const { rows } = await lab.pool.query<{ text: string }>('select text from messages where holder_id = $1 order by number', [personId]);
    return rows.map(({ text }) => text).join('\n');
  };
  const family = async () => {
    const [payer, mother, wife] = [
      await enrol(lab, { name: '陈建国' }),
      await enrolParent(lab, { name: '王花' }),
      await enrolParent(lab, { name: '王丽', birthDate: '1986-05-06' }),
    ];
    await bind(lab, payer, mother);
    await bind(lab, payer, wife, { relation: 'spouse' });
    return { payer, mother, wife };
  };

  it('are told apart where premiums are looked up, paid and recorded', async () => {
    const { payer, mother, wife } = await family();
    const { bindings } = await readBindings(lab.deps, payer.personId);
    expect(Object.fromEntries(bindings.map(({ other }) => [other.personId, other.mark]))).toEqual({
      [mother.personId]: '父母',
      [wife.personId]: '配偶',
    });
    const levy = await readLevy(lab.deps, { actorId: payer.personId, personId: mother.personId, year: 2027 });
    expect(levy.person.mark).toBe('父母');
    expect((await quote(lab, payer, wife)).levy.person.mark).toBe('配偶');
    await apply(lab, payer, mother);
    const { payments } = await readPayments(lab.deps, { personId: payer.personId });
    expect(payments.map(({ person }) => person.mark)).toEqual(['父母']);
    const { dates } = await readFamilyCalendar(lab.deps, payer.personId);
    expect(new Set(dates.map(({ person }) => person))).toEqual(new Set(['王*（父母）', '王*（配偶）']));
  });

  it('are told apart in the entries, where their code was shown, who looked, and in what a settlement took', async () => {
    const { payer, mother, wife } = await family();
    await apply(lab, payer, mother);
    const ask = { personId: payer.personId, limit: 20 };
    expect((await readEntries(lab.deps, ask)).entries.map(({ forPerson }) => forPerson)).toContain('王*（父母）');
    expect((await readSums(lab.deps, { personId: payer.personId })).choices.people.map(({ name }) => name)).toEqual(['王*（父母）']);
    const code = await one(showCode)(lab.deps, {
      key: newKey(),
      actorId: payer.personId,
      personId: wife.personId,
      deviceId: 'device-0001',
    });
    const { ecToken } = await one(scanCode)(lab.deps, { institutionId: lab.institutionId, payload: code.payload });
    await one(settle)(lab.deps, costOf(lab, ecToken));
    const events = await readCodeEvents(lab.deps, { personId: payer.personId, codeId: code.codeId });
    expect(events.settlement?.person).toBe('王*（配偶）');
    // Each of the two knows the payer alone, who needs no mark for them.
    expect((await readCodeLog(lab.deps, { personId: wife.personId, limit: 20 })).displays.map(({ shownBy }) => shownBy)).toContain('陈*国');
    const preview = await previewDeduction(lab.deps, {
      actorId: payer.personId,
      personId: wife.personId,
      amountFen: fen(100),
      use: 'care',
    });
    expect(preview.legs.map(({ payer: name }) => name)).toContain('陈*国');
  });

  it('who both show one person’s code and look are told apart for that person', async () => {
    const child = await enrolParent(lab, { name: '李小', birthDate: '2012-05-06' });
    const parents = [await enrol(lab, { name: '王军' }), await enrol(lab, { name: '王玉' })];
    for (const parent of parents) await bind(lab, parent, child, { relation: 'child', guardianStatement: true });
    const names = parents.map(({ certificateNumber }) => `王*（尾号 ${certificateNumber.slice(-2)}）`).sort();
    for (const parent of parents) {
      await one(showCode)(lab.deps, { key: newKey(), actorId: parent.personId, personId: child.personId, deviceId: 'device-0001' });
      await readBindings(lab.deps, parent.personId);
    }
    const { displays } = await readCodeLog(lab.deps, { personId: child.personId, limit: 20 });
    expect(displays.map(({ shownBy }) => shownBy).sort()).toEqual(names);
    const { looks } = await readAccessLog(lab.deps, { personId: child.personId, limit: 50 });
    expect([...new Set(looks.map(({ who }) => who))].sort()).toEqual(names);
    const shares = await previewDeduction(lab.deps, {
      actorId: child.personId,
      personId: child.personId,
      amountFen: fen(100),
      use: 'care',
    });
    expect(
      shares.legs
        .filter(({ own }) => !own)
        .map(({ payer }) => payer)
        .sort(),
    ).toEqual(names);
  });

  it('are told apart in every message, also after they are unbound', async () => {
    const { payer, mother, wife } = await family();
    const before = (await textsOf(payer)).length;
    const { paymentId } = await apply(lab, payer, mother);
    expect(await textsOf(payer)).toContain('为王*（父母）代缴 2027 年度居民医保费');
    await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, payer, wife)));
    expect(await textsOf(payer)).toContain('王*（配偶）的医保结算');
    await one(voidPremium)(lab.deps, { key: newKey(), actorId: payer.personId, paymentId });
    const { bindings } = await readBindings(lab.deps, payer.personId);
    for (const { bindingId } of bindings) await one(unbind)(lab.deps, { key: newKey(), actorId: payer.personId, bindingId });
    const texts = await textsOf(payer);
    expect(texts).toContain('王*（配偶）已同意绑定。');
    expect(texts).toContain('您已与王*（父母）解绑亲情账户');
    expect(texts.slice(before)).not.toMatch(/王\*(?!（)/);
  });

  it('are told apart before a refund, in a complaint, in what hinders a deletion, and in the file of what is kept', async () => {
    const { payer, mother, wife } = await family();
    const { paymentId } = await apply(lab, payer, mother);
    const { reasons } = await previewRefund(lab.deps, { actorId: payer.personId, paymentId });
    for (const { effect } of reasons) expect(effect).toContain('王*（父母） 2027 年度');
    const { bindings } = await readBindings(lab.deps, payer.personId);
    const bindingId = bindings.find(({ other }) => other.personId === wife.personId)?.bindingId ?? '';
    const { complaintId } = await one(writeComplaint)(lab.deps, {
      key: newKey(),
      actorId: payer.personId,
      kind: 'debit',
      text: '十一月二十日的扣款不是我本人的。',
      about: { kind: 'binding', id: bindingId },
      reference: null,
      errorCode: null,
      phone: null,
    });
    const complaint = await readComplaint(lab.deps, { personId: payer.personId, complaintId });
    expect(complaint.about?.text).toBe('与王*（配偶）的亲情账户');
    const deletion = JSON.stringify(await previewAccountDeletion(lab.deps, payer.personId));
    for (const name of ['王*（父母）', '王*（配偶）']) expect(deletion).toContain(name);
    expect(deletion).not.toMatch(/王\*(?!（)/);
    expect(JSON.stringify(await exportPerson(lab.deps, payer.personId))).toContain('"王*（配偶）"');
  });

  it('who pay for one person are told apart for that person', async () => {
    const child = await enrolParent(lab, { name: '李小', birthDate: '2012-05-06' });
    const [father, mother] = [await enrol(lab, { name: '王军' }), await enrol(lab, { name: '王玉' })];
    for (const parent of [father, mother]) await bind(lab, parent, child, { relation: 'child', guardianStatement: true });
    const marks = [father, mother].map(({ certificateNumber }) => `尾号 ${certificateNumber.slice(-2)}`);
    const { sponsors } = await readDeductionOrder(lab.deps, child.personId);
    expect(sponsors.map(({ sponsor }) => sponsor.mark).sort()).toEqual(marks.sort());
    await apply(lab, mother, child);
    expect(await textsOf(child)).toContain(`王*（尾号 ${mother.certificateNumber.slice(-2)}）已为您申请代缴`);
  });

  describe('on the page of phones', () => {
    const SHENZHEN = { regionCode: '440300' };
    const giveKey = (shower: Person, person: Person, deviceId: string) =>
      one(giveOfflineKey)(lab.deps, {
        key: newKey(),
        actorId: shower.personId,
        personId: person.personId,
        deviceId,
        deviceName: '安卓手机',
      });

    it('are told apart where one phone shows the codes of both', async () => {
      const payer = await enrol(lab, { name: '陈建国' });
      const [mother, wife] = [
        await enrolParent(lab, { ...SHENZHEN, name: '王花' }),
        await enrolParent(lab, { ...SHENZHEN, name: '王丽', birthDate: '1986-05-06' }),
      ];
      await bind(lab, payer, mother);
      await bind(lab, payer, wife, { relation: 'spouse' });
      for (const person of [payer, mother, wife]) await giveKey(payer, person, 'phone-0001');
      const { devices } = await readDevices(lab.deps, payer.personId);
      const shown = devices.map(({ name, offlineKeys }) => [name, offlineKeys.map(({ person }) => person).sort()]);
      expect(shown).toEqual([['安卓手机', ['本人', '王*（父母）', '王*（配偶）']]]);
    });

    it('are told apart where the phones of both show one person’s code', async () => {
      const child = await enrolParent(lab, { ...SHENZHEN, name: '李小', birthDate: '2012-05-06' });
      const parents = [await enrol(lab, { name: '王军' }), await enrol(lab, { name: '王玉' })];
      for (const parent of parents) await bind(lab, parent, child, { relation: 'child', guardianStatement: true });
      for (const parent of parents) await giveKey(parent, child, `phone-of-${parent.personId.slice(0, 8)}`);
      const { devices } = await readDevices(lab.deps, child.personId);
      const names = parents.map(({ certificateNumber }) => `王*（尾号 ${certificateNumber.slice(-2)}）的手机`);
      expect(devices.map(({ name }) => name).sort()).toEqual(names.sort());
      // What each may show is the child's own, so that nobody else is named there.
      expect(devices.flatMap(({ offlineKeys }) => offlineKeys.map(({ person, own }) => [person, own]))).toEqual([
        ['本人', true],
        ['本人', true],
      ]);
    });
  });

  it('carry no mark for anybody who knows only one of them', async () => {
    const { payer, mother } = await family();
    const { bindings } = await readBindings(lab.deps, mother.personId);
    expect(bindings.map(({ other }) => other.mark)).toEqual([null]);
    expect(await textsOf(mother)).toContain('陈*国');
    expect(payer.name).toBe('陈建国');
  });
});
