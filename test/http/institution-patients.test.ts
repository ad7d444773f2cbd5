import { BUSINESS_TYPES, fsiAnswer, type personOutput } from '@gongji/contract';
import type { z } from 'zod';
import { type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindMother } from '../support/family';
import { fsiOutput, fsiRefusal, PHARMACY, sendFsi } from '../support/institution';
import { cost, DEVICE, scan } from '../support/main-job';

type PersonOutput = z.infer<typeof personOutput>;

describe('whom an institution scans', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
  });
  afterEach(() => edge.close());

  const show = async (person: Caller = son, by: Caller = son) =>
    (await by.ask('showCode', { body: { personId: person.personId, deviceId: DEVICE } })).payload;
  const decode = (ecQrCode: string) => ({ infno: '6101', input: { businessType: '01301', ecQrCode } });
  const person = (ecToken: string, change: object = {}) => ({
    infno: '1101',
    input: { mdtrt_cert_type: '01', mdtrt_cert_no: ecToken, ...change },
  });
  const benefit = (psn_no: string, change: object = {}) => ({
    infno: '2001',
    input: { psn_no, insutype: '310', med_type: '11', begntime: '2026-11-23 10:00:00', ...change },
  });
  const numberOf = async (ecToken: string, institution?: string) =>
    (await fsiOutput<PersonOutput>(edge, { ...person(ecToken), ...(institution === undefined ? {} : { institution }) })).baseinfo.psn_no;

  it('decodes a shown code once, with the name and number that a counter needs', async () => {
    const payload = await show();
    const output = await fsiOutput(edge, decode(payload));
    expect(output).toMatchObject({ userName: '陈建国', idType: '01', insuOrg: '440300', shownByRelative: false });
    expect(output['idNo']).toMatch(/^440\d{14}[\dX]$/);
    expect(String(output['ecToken']).length).toBeGreaterThanOrEqual(40);
    expect(await fsiRefusal(edge, decode(payload))).toBe('CODE_INVALID');
  });

  it('decodes a code that twenty counters scan at once for one of them', async () => {
    const payload = await show();
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendFsi(edge, decode(payload))));
    const done = answers.filter(({ body }) => fsiAnswer.parse(body).infcode === 0);
    expect(done).toHaveLength(1);
  });

  it.each(['0'.repeat(40), '1', 'x'.repeat(64), '；drop'])('knows no code %p', async (code) => {
    expect(await fsiRefusal(edge, decode(code))).toBe('CODE_INVALID');
  });

  it('decodes for every purpose of the dictionary, with all fields of the published input', async () => {
    const who = { orgId: 'H44030000001', operatorId: '01', operatorName: '演示', officeId: 'A1', officeName: '内科', deviceType: 'SC' };
    for (const businessType of Object.keys(BUSINESS_TYPES)) {
      const input = { ...who, businessType, ecQrCode: await show() };
      expect(await fsiOutput(edge, { infno: '6101', input })).toMatchObject({ userName: '陈建国' });
    }
    const ecQrCode = await show();
    expect(await fsiRefusal(edge, { infno: '6101', input: { ...who, businessType: '01105', ecQrCode } })).toBe('REQUEST_INVALID');
    expect(await fsiRefusal(edge, { infno: '6101', input: { ...who, orgId: PHARMACY, businessType: '01301', ecQrCode } })).toBe(
      'REQUEST_INVALID',
    );
    // Nothing of that has used the code up.
    await scan(edge, ecQrCode);
  });

  it('tells of an employee who they are and what their account holds', async () => {
    const told = await fsiOutput<PersonOutput>(edge, person(await scan(edge, await show())));
    expect(told).toEqual({
      baseinfo: {
        psn_no: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
        psn_cert_type: '01',
        certno: expect.stringMatching(/^440\d{5}|^440300/),
        psn_name: '陈建国',
        gend: expect.stringMatching(/^[12]$/),
        brdy: '1985-03-12',
        age: 41,
      },
      insuinfo: [{ balc: '8000.00', insutype: '310', psn_type: null, psn_insu_stas: '1', insuplc_admdvs: '440300' }],
      idetinfo: [],
    });
  });

  it("tells of a resident whom others pay for nothing of the others' money", async () => {
    await bindMother(son, mother);
    const told = await fsiOutput<PersonOutput>(edge, person(await scan(edge, await show(mother))));
    expect(told.insuinfo).toEqual([{ balc: '0.00', insutype: '390', psn_type: null, psn_insu_stas: '1', insuplc_admdvs: '441400' }]);
    expect(JSON.stringify(told)).not.toContain('陈建国');
  });

  it('looks nobody up by their identity card or social security card', async () => {
    const ecToken = await scan(edge, await show());
    const { certno } = (await fsiOutput<PersonOutput>(edge, person(ecToken))).baseinfo;
    for (const mdtrt_cert_type of ['02', '03'])
      for (const mdtrt_cert_no of [certno, ecToken])
        expect(await fsiRefusal(edge, person('', { mdtrt_cert_type, mdtrt_cert_no, certno, psn_name: '陈建国' }))).toBe(
          'CREDENTIAL_NOT_ACCEPTED',
        );
    await fsiOutput(edge, person(ecToken, { certno, psn_name: '陈建国', psn_cert_type: '01', card_sn: '' }));
    await fsiOutput(edge, person(ecToken, { certno: '', psn_name: '', psn_cert_type: '' }));
    for (const change of [{ certno: '110101199003074514' }, { psn_name: '陈桂兰' }, { psn_cert_type: '17' }])
      expect(await fsiRefusal(edge, person(ecToken, change))).toBe('REQUEST_INVALID');
  });

  it('is known by a number that is each institution’s own and the same at every visit', async () => {
    const [first, again] = [await scan(edge, await show()), await scan(edge, await show())];
    const elsewhere = await scan(edge, await show(), PHARMACY);
    const psn_no = await numberOf(first);
    expect(await numberOf(again)).toBe(psn_no);
    expect(await numberOf(elsewhere, PHARMACY)).not.toBe(psn_no);
    expect(await fsiOutput(edge, benefit(psn_no))).toMatchObject({ trtinfo: [{ psn_no, trt_enjymnt_flag: '1' }] });
    expect(await fsiRefusal(edge, { ...benefit(psn_no), institution: PHARMACY })).toBe('PATIENT_UNKNOWN');
  });

  it('is read by nobody who does not hold a good token of theirs', async () => {
    const ecToken = await scan(edge, await show());
    expect(await fsiRefusal(edge, { ...person(ecToken), institution: PHARMACY })).toBe('SETTLEMENT_TOKEN_INVALID');
    const psn_no = await numberOf(ecToken);
    for (const wrong of ['A'.repeat(22), psn_no.replace(/.$/, (last) => (last === 'w' ? 'A' : 'w')), psn_no.slice(1) + psn_no.slice(0, 1)])
      expect(await fsiRefusal(edge, benefit(wrong))).toBe('PATIENT_UNKNOWN');
    await fsiOutput(edge, { infno: '2207', input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    expect(await fsiRefusal(edge, person(ecToken))).toBe('SETTLEMENT_TOKEN_INVALID');
    expect(await fsiRefusal(edge, benefit(psn_no))).toBe('PATIENT_UNKNOWN');
  });

  it('is not read after a quarter of an hour, or when the relative may not show the code any more', async () => {
    const { bindingId } = await bindMother(son, mother);
    const [shown, own] = [await scan(edge, await show(mother)), await scan(edge, await show())];
    const [motherNo, sonNo] = [await numberOf(shown), await numberOf(own)];
    await son.ask('unbind', { path: { bindingId } });
    expect(await fsiRefusal(edge, person(shown))).toBe('SETTLEMENT_TOKEN_INVALID');
    expect(await fsiRefusal(edge, benefit(motherNo, { insutype: '390' }))).toBe('PATIENT_UNKNOWN');
    await fsiOutput(edge, benefit(sonNo));
    await edge.moveClockTo(new Date(OPENING_TIME.getTime() + 16 * 60_000));
    expect(await fsiRefusal(edge, person(own))).toBe('SETTLEMENT_TOKEN_INVALID');
    expect(await fsiRefusal(edge, benefit(sonNo))).toBe('PATIENT_UNKNOWN');
  });

  it('has benefits of the scheme that they are in, and of no other', async () => {
    const psn_no = await numberOf(await scan(edge, await show()));
    expect(await fsiOutput(edge, benefit(psn_no))).toEqual({
      trtinfo: [{ psn_no, insutype: '310', trt_enjymnt_flag: '1', begndate: null, enddate: null, trt_chk_rslt: '职工医保正常参保。' }],
    });
    expect(await fsiOutput(edge, benefit(psn_no, { insutype: '390' }))).toMatchObject({
      trtinfo: [{ trt_enjymnt_flag: '0', trt_chk_rslt: '没有参加居民医保。' }],
    });
    for (const begntime of ['2026-02-30 10:00:00', '2026-11-23', '2026-11-23T10:00:00'])
      expect(await fsiRefusal(edge, benefit(psn_no, { begntime }))).toBe('REQUEST_INVALID');
  });
});
