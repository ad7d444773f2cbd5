import {
  agreeToPrivacy,
  deleteAccount,
  giveOfflineKey,
  one,
  readPrivacyConsent,
  scanCode,
  showCode,
  subscribe,
  unbind,
  withdrawConsent,
} from '@gongji/core';
import { PRIVACY_TEXT } from '@gongji/domain';
import { brokenAccounts, type CoreLab, ENGINES, enrol, enrolParent, newKey, openLab, type Person } from '../support/core-lab';
import { bind } from '../support/core-steps';

jest.setTimeout(90_000);
const { version } = PRIVACY_TEXT;

describe.each(ENGINES)('the consent to how data is used, on %s', (engine) => {
  let lab: CoreLab;
  let person: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    person = await enrol(lab);
  });
  afterAll(() => lab.close());

  const agree = (asked: string | undefined) => agreeToPrivacy(lab.deps, { personId: person.personId, version: asked });
  const withdraw = (key = newKey()) => one(withdrawConsent)(lab.deps, { key, actorId: person.personId });
  const stepsOf = async () => (await readPrivacyConsent(lab.deps, person.personId)).steps.map(({ step }) => step);

  it('is one row, however many log-ins come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => agree(version)));
    expect(await stepsOf()).toEqual(['given']);
    await agree(undefined);
  });

  it('is refused without the version that holds', async () => {
    await expect(agree(undefined)).rejects.toMatchObject({ code: 'PRIVACY_CONSENT_REQUIRED' });
    await expect(agree('2020-01')).rejects.toMatchObject({ code: 'PRIVACY_CONSENT_OUTDATED' });
    expect(await stepsOf()).toEqual([]);
  });

  it('is nothing that somebody who has left in this moment can give', async () => {
    await one(deleteAccount)(lab.deps, { key: newKey(), actorId: person.personId });
    await expect(agree(version)).rejects.toMatchObject({ code: 'PERSON_NOT_ENROLLED' });
    expect(await stepsOf()).toEqual([]);
  });

  it('that was taken back lets WeChat be told nothing, by a request that was let in before either', async () => {
    const ask = () => one(subscribe)(lab.deps, { key: newKey(), actorId: person.personId, kinds: ['money'], openid: person.openid });
    await agree(version);
    await ask();
    await withdraw();
    await expect(ask()).rejects.toMatchObject({ code: 'PRIVACY_CONSENT_REQUIRED' });
    expect((await lab.pool.query('select from subscriptions where holder_id = $1', [person.personId])).rows).toHaveLength(0);
  });

  it('is withdrawn once a key, given again after that, and every step stays', async () => {
    await agree(version);
    const key = newKey();
    await Promise.all([withdraw(key), withdraw(key)]);
    await expect(agree(undefined)).rejects.toMatchObject({ code: 'PRIVACY_CONSENT_REQUIRED' });
    await agree(version);
    expect(await stepsOf()).toEqual(['given', 'withdrawn', 'given']);
    await expect(lab.pool.query('delete from privacy_consents')).rejects.toMatchObject({ code: '23001' });
  });

  it('takes with it the keys to one’s code on other phones too, and leaves the binding and the books', async () => {
    const child = await enrolParent(lab, { regionCode: '440300' });
    const bindingId = await bind(lab, person, child);
    const asked = { actorId: person.personId, personId: child.personId, deviceId: 'phone-0001' };
    await one(giveOfflineKey)(lab.deps, { key: newKey(), ...asked, deviceName: '手机' });
    const { payload } = await one(showCode)(lab.deps, { key: newKey(), ...asked });
    await one(withdrawConsent)(lab.deps, { key: newKey(), actorId: child.personId });
    await expect(one(scanCode)(lab.deps, { institutionId: lab.institutionId, payload })).rejects.toMatchObject({ code: 'CODE_INVALID' });
    const { rows } = await lab.pool.query('select from offline_keys where holder_id = $1 and revoked_at is null', [child.personId]);
    expect(rows).toHaveLength(0);
    await one(unbind)(lab.deps, { key: newKey(), actorId: person.personId, bindingId });
    expect(await brokenAccounts(lab.pool)).toEqual([]);
  });

  it('withdrawn while codes are shown and scanned leaves none that works', async () => {
    const shown = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        one(showCode)(lab.deps, { key: newKey(), actorId: person.personId, personId: person.personId, deviceId: `phone-000${n}` }),
      ),
    );
    const scans = shown.map(({ payload }) => one(scanCode)(lab.deps, { institutionId: lab.institutionId, payload }).catch(() => null));
    await Promise.all([withdraw(), ...scans]);
    const { rows } = await lab.pool.query(
      'select from insurance_codes where holder_id = $1 and replaced_at is null and scanned_at is null',
      [person.personId],
    );
    expect(rows).toHaveLength(0);
  });
});
