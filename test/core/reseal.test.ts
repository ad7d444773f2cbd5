import { createDecipheriv } from 'node:crypto';
import {
  answerComplaint,
  type CoreDeps,
  giveOfflineKey,
  identityOf,
  one,
  readComplaint,
  reseal,
  subscribe,
  writeComplaint,
} from '@gongji/core';
import { type CoreLab, ENGINES, enrol, newKey, openLab, type Person } from '../support/core-lab';

// The key that seals names and numbers is changed while people are served, and nothing is left under the former one.

jest.setTimeout(90_000);

/** All there are: what is new here belongs into what is sealed anew. */
const SEALED = [
  'complaint_answers.text_sealed',
  'complaints.phone_sealed',
  'complaints.text_sealed',
  'institution_keys.secret_sealed',
  'institutions.sm_sealed',
  'offline_keys.secret_sealed',
  'persons.certificate_sealed',
  'persons.name_sealed',
  'subscriptions.openid_sealed',
];

const [OLD, NEW] = [Buffer.alloc(32, 1), Buffer.alloc(32, 9)];

describe.each(ENGINES)('changing the key on %s', (engine) => {
  let lab: CoreLab;
  beforeEach(async () => {
    lab = await openLab(engine, 6);
  });
  afterEach(() => lab.close());

  const under = (certificateKey: Buffer, secondCertificateKey?: Buffer): CoreDeps => ({
    ...lab.deps,
    keys: { ...lab.deps.keys, certificateKey, ...(secondCertificateKey && { secondCertificateKey }) },
  });
  const writeFor = async ({ personId: actorId }: Person) => {
    const { complaintId, number } = await one(writeComplaint)(lab.deps, {
      key: newKey(),
      actorId,
      kind: 'other',
      text: '请给我回电话。',
      about: null,
      reference: null,
      errorCode: null,
      phone: '13800001234',
    });
    await answerComplaint(lab.deps, { number, text: '已经联系您了。' });
    return complaintId;
  };

  it('leaves nothing under the former one, in whatever column, and everything readable all along', async () => {
    const people = [];
    for (let index = 0; index < 40; index += 1) people.push(await enrol(lab));
    const [person] = people as [Person];
    const complaintId = await writeFor(person);
    const asked = { key: newKey(), actorId: person.personId, personId: person.personId, deviceId: 'phone-0001', deviceName: '我的手机' };
    await one(giveOfflineKey)(lab.deps, asked);
    await one(subscribe)(lab.deps, { key: newKey(), actorId: person.personId, kinds: ['money'], openid: 'openid-1' });

    expect(new Set(await underAnother(lab, NEW)).size).toBe(8);

    // Every process opens what the next key seals, before any seals with it.
    const [before, between] = [under(OLD, NEW), under(NEW, OLD)];
    const [early, late] = [await enrol({ ...lab, deps: between }), await enrol({ ...lab, deps: before })];
    for (const deps of [before, between])
      for (const { personId, name } of [person, early, late]) expect((await identityOf(deps, personId)).name).toBe(name);

    const told: number[] = [];
    const report = await reseal(between, (done) => told.push(done));
    expect(report.left).toBe(0);
    expect(report.done).toBe(told.at(-1));
    expect(await reseal(between)).toEqual({ done: 0, left: 0 });

    const after = under(NEW);
    for (const { personId, name } of [person, early, late]) expect((await identityOf(after, personId)).name).toBe(name);
    expect(await readComplaint(after, { personId: person.personId, complaintId })).toMatchObject({
      text: '请给我回电话。',
      phone: '138****1234',
      answers: [{ text: '已经联系您了。' }],
    });
    expect(await underAnother(lab, NEW)).toEqual([]);
    await expect(lab.pool.query('update complaint_answers set at = now()')).rejects.toThrow();
  });

  it('misses no row that changes meanwhile', async () => {
    for (let index = 0; index < 60; index += 1) await enrol(lab);
    const between = under(NEW, OLD);
    const resealing = new AbortController();
    const moving = (async () => {
      while (!resealing.signal.aborted)
        await lab.pool.query('update persons set changed_at = changed_at where id in (select id from persons order by random() limit 9)');
    })();
    await reseal(between);
    resealing.abort();
    await moving;
    expect(await reseal(between)).toMatchObject({ left: 0 });
    expect(await underAnother(lab, NEW)).toEqual([]);
  });
});

/** Every sealed value of the whole database that this key does not open, by its column. */
async function underAnother({ pool }: CoreLab, key: Buffer): Promise<readonly string[]> {
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `select table_name "table", column_name "column" from information_schema.columns where table_schema = 'public' and column_name like '%\\_sealed'`,
  );
  expect(columns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(SEALED);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const { rows } = await pool.query<{ sealed: Buffer }>(`select ${column} sealed from ${table} where ${column} is not null`);
    found.push(...rows.filter(({ sealed }) => !opens(key, sealed)).map(() => `${table}.${column}`));
  }
  return found;
}

function opens(key: Buffer, sealed: Buffer): boolean {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  try {
    decipher.update(sealed.subarray(28));
    decipher.final();
    return true;
  } catch {
    return false;
  }
}
