import {
  acceptBinding,
  changeTerms,
  closeGrant,
  declineBinding,
  one,
  openGrant,
  type OpenGrant,
  pauseGrant,
  previewDeduction,
  proposeBinding,
  readBinding,
  resumeGrant,
  showCode,
  unbind,
} from '@gongji/core';
import { CONSENT, fen, type GrantKind, plainDate } from '@gongji/domain';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, bindingOf, inboxOf, refusal, TERMS } from '../support/core-steps';

jest.setTimeout(60_000);

describe.each(ENGINES)('a switch of a binding on %s', (engine) => {
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

  const ask = (actor: Person, bindingId: string) => ({ key: newKey(), actorId: actor.personId, bindingId });
  const opening = (bindingId: string, overrides: Partial<OpenGrant> = {}): OpenGrant => ({
    ...ask(son, bindingId),
    showCode: null,
    shareFunds: null,
    sharedLimitFen: null,
    consentVersion: CONSENT.version,
    guardianStatement: false,
    signature: 'M1 1L2 2',
    ...overrides,
  });
  const seen = (reader: Person, bindingId: string) => readBinding(lab.deps, { personId: reader.personId, bindingId });
  const may = async (reader: Person, bindingId: string) =>
    Object.fromEntries((await seen(reader, bindingId)).grants.map((grant) => [grant.kind, grant.may.join()]));
  const act = (command: typeof pauseGrant, actor: Person, bindingId: string, kind: GrantKind) =>
    one(command)(lab.deps, { ...ask(actor, bindingId), kind });
  const show = () => one(showCode)(lab.deps, { ...ask(son, ''), personId: mother.personId, deviceId: 'device-0001' });
  const coveredFen = async (): Promise<number> =>
    (await previewDeduction(lab.deps, { actorId: mother.personId, personId: mother.personId, amountFen: fen(100), use: 'care' }))
      .coveredFen;

  it('rests while one side pauses it, and only that side resumes it', async () => {
    const bindingId = await bind(lab, son, mother);
    await act(pauseGrant, mother, bindingId, 'show-code');
    await refusal(show(), 'CODE_SHOWING_PAUSED');
    expect(await coveredFen()).toBe(100);
    await refusal(act(resumeGrant, son, bindingId, 'show-code'), 'BINDING_PAUSED_BY_OTHER');
    expect(await may(son, bindingId)).toEqual({ 'show-code': 'close,change', 'share-funds': 'pause,close,change' });
    expect(await may(mother, bindingId)).toEqual({ 'show-code': 'resume,close,change', 'share-funds': 'pause,close' });
    expect((await act(resumeGrant, mother, bindingId, 'show-code')).state).toBe('active');
    await show();
    await act(pauseGrant, son, bindingId, 'share-funds');
    await act(pauseGrant, son, bindingId, 'show-code');
    expect(await seen(son, bindingId)).toMatchObject({ state: 'paused', stateText: '已暂停' });
    expect(await coveredFen()).toBe(0);
  });

  it('is closed without the other, and the binding ends with its last', async () => {
    const bindingId = await bind(lab, son, mother);
    const closed = await act(closeGrant, mother, bindingId, 'show-code');
    expect(closed).toMatchObject({ state: 'active', mayOpen: [] });
    expect((await seen(son, bindingId)).mayOpen).toEqual(['show-code']);
    await refusal(act(closeGrant, mother, bindingId, 'show-code'), 'BINDING_STATE_CONFLICT');
    expect(await act(closeGrant, son, bindingId, 'share-funds')).toMatchObject({ state: 'ended', mayOpen: [] });
    await refusal(one(openGrant)(lab.deps, opening(bindingId, { shareFunds: TERMS })), 'BINDING_STATE_CONFLICT');
  });

  it('is opened on a binding that stands, with its own signature, and again after it has ended', async () => {
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    const opened = await one(openGrant)(lab.deps, opening(bindingId, { shareFunds: TERMS }));
    expect(opened.grants.map(({ kind, state, reason }) => [kind, state, reason])).toEqual([
      ['share-funds', 'active', 'sponsor-pledged'],
      ['show-code', 'active', 'accepted-with-face-check'],
    ]);
    await refusal(one(openGrant)(lab.deps, opening(bindingId, { shareFunds: TERMS })), 'BINDING_GRANT_OPEN');
    await act(closeGrant, son, bindingId, 'show-code');
    const again = await one(openGrant)(lab.deps, opening(bindingId, { showCode: { endsOn: plainDate('2027-01-31') } }));
    expect(again).toMatchObject({ state: 'active', invitationToken: expect.any(String), acceptBy: '2026-11-26T10:00:00.000+08:00' });
    expect(again.grants[1]).toMatchObject({ state: 'proposed', endsOn: '2027-01-31', reasonText: '发起，等TA确认' });
    await one(acceptBinding)(lab.deps, { ...ask(mother, bindingId), faceChecked: true });
    const steps = (await seen(son, bindingId)).history.filter(({ kind }) => kind === 'show-code').map(({ text }) => text);
    expect(steps).toEqual(['发起，等TA确认', '本人刷脸同意', '关闭', '发起，等TA确认', '本人刷脸同意']);
    const { rows } = await lab.pool.query('select count(*) as n from consents where binding_id = $1', [bindingId]);
    expect(rows).toEqual([{ n: 3 }]);
  });

  it('is opened by the owner only, and a stranger learns nothing of the binding', async () => {
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    const wish = { shareFunds: TERMS };
    await refusal(one(openGrant)(lab.deps, { ...opening(bindingId, wish), actorId: mother.personId }), 'BINDING_STATE_CONFLICT');
    const stranger = await enrol(lab);
    await refusal(one(openGrant)(lab.deps, { ...opening(bindingId, wish), actorId: stranger.personId }), 'BINDING_NOT_FOUND');
    await refusal(one(openGrant)(lab.deps, opening(newKey(), wish)), 'BINDING_NOT_FOUND');
    for (const command of [pauseGrant, resumeGrant, closeGrant])
      await refusal(act(command, stranger, bindingId, 'show-code'), 'BINDING_NOT_FOUND');
    for (const command of [unbind, declineBinding]) await refusal(one(command)(lab.deps, ask(stranger, bindingId)), 'BINDING_NOT_FOUND');
  });

  it('counts against the limits as a new binding does', async () => {
    const others = await Promise.all([1, 2].map(() => enrol(lab)));
    for (const other of others) await bind(lab, other, mother, { shareFunds: null, relation: 'parent' });
    const bindingId = await bind(lab, son, mother, { showCode: null });
    await refusal(one(openGrant)(lab.deps, opening(bindingId, { showCode: { endsOn: null } })), 'BINDING_TOO_MANY_SHOWERS');
  });

  it('takes new terms, and the next payment is decided on them', async () => {
    const bindingId = await bind(lab, son, mother);
    const terms = { ...TERMS, capPerPaymentFen: fen(40), endsOn: plainDate('2027-06-30') };
    const change = (actor: Person, overrides: object) =>
      one(changeTerms)(lab.deps, { ...ask(actor, bindingId), showCode: null, shareFunds: null, ...overrides });
    expect((await change(son, { shareFunds: terms })).grants[0]).toMatchObject({ capPerPaymentFen: 40, endsOn: '2027-06-30' });
    expect(await coveredFen()).toBe(40);
    await refusal(change(mother, { shareFunds: terms }), 'BINDING_STATE_CONFLICT');
    await refusal(change(son, { shareFunds: { ...terms, uses: [] } }), 'BINDING_NO_USE_CHOSEN');
    await change(mother, { showCode: { endsOn: plainDate('2026-12-31') } });
    await refusal(change(son, { showCode: { endsOn: null } }), 'BINDING_TERMS_NEED_CONSENT');
    const history = (await seen(mother, bindingId)).history.slice(-2);
    expect(history.map(({ by, kind, text }) => [by === '本人', kind, text])).toEqual([
      [false, 'share-funds', '改了用途、限额、日期或顺位'],
      [true, 'show-code', '改了结束日期'],
    ]);
    // The same terms again are no change.
    const before = (await inboxOf(lab.deps, mother.personId)).length;
    await change(son, { shareFunds: terms });
    expect(await inboxOf(lab.deps, mother.personId)).toHaveLength(before);
  });

  it('says every step to both sides, with no amount, no hospital and no drug', async () => {
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    await one(openGrant)(lab.deps, opening(bindingId, { shareFunds: { ...TERMS, capPerPaymentFen: fen(12_300) } }));
    await act(pauseGrant, son, bindingId, 'share-funds');
    await act(resumeGrant, son, bindingId, 'share-funds');
    await one(changeTerms)(lab.deps, { ...ask(son, bindingId), showCode: null, shareFunds: TERMS });
    await act(closeGrant, mother, bindingId, 'show-code');
    const titles = ['亲情账户开关已关闭', '亲情账户设置有变化', '亲情账户已恢复', '亲情账户已暂停', '亲情账户开关已打开'];
    for (const side of [son, mother]) {
      const latest = (await inboxOf(lab.deps, side.personId)).slice(0, 5);
      expect(latest.map(({ title }) => title)).toEqual(titles);
      for (const { text } of latest) expect(text).not.toMatch(/¥|医院|药|undefined/);
    }
    expect((await inboxOf(lab.deps, son.personId))[0]?.text).toMatch(/^测\*.关闭了与您的“出示TA的医保码”/);
    expect((await inboxOf(lab.deps, mother.personId))[0]?.text).toMatch(/^您关闭了与测\*.的“由TA出示您的医保码”/);
  });

  it('takes no step in the database that the domain does not have, and its history is never changed', async () => {
    const { bindingId } = await one(proposeBinding)(lab.deps, bindingOf(son, mother));
    const write = (sql: string) => lab.pool.query(sql, [bindingId]);
    const step = (state: string, reason: string) =>
      write(`update grants set state = '${state}', reason = '${reason}', agreed_by = 'relative', agreed_on = '2026-11-23'
              where binding_id = $1 and kind = 'show-code'`);
    await expect(step('active', 'resumed-by-owner')).rejects.toThrow('may not go from proposed to active by resumed-by-owner');
    await expect(step('ended', 'accepted')).rejects.toThrow('may not go');
    await expect(write("update grants set reason = 'accepted' where binding_id = $1 and kind = 'show-code'")).rejects.toThrow('may not go');
    // A step of the grants without the binding, and of the binding without its grants.
    await expect(write("update grants set state = 'ended', reason = 'unbound-by-owner' where binding_id = $1")).rejects.toThrow(
      'a binding is what its grants are',
    );
    await expect(write("update bindings set state = 'paused' where id = $1")).rejects.toThrow('a binding is what its grants are');
    // Something proposed without a deadline, and a grant of another's account.
    await expect(write('update bindings set accept_by = null where id = $1')).rejects.toThrow('a binding is what its grants are');
    await expect(
      write('update grants g set holder_id = b.relative_id from bindings b where b.id = g.binding_id and b.id = $1'),
    ).rejects.toThrow('a binding is what its grants are');
    await expect(write('delete from grant_changes where binding_id = $1')).rejects.toThrow('append-only');
    await expect(write('update grant_changes set at = now() where binding_id = $1')).rejects.toThrow('append-only');
    const change = (values: string) =>
      write(`insert into grant_changes (binding_id, holder_id, kind, from_state, to_state, reason, actor_id, at)
             select binding_id, holder_id, kind, ${values}, now() from grants where binding_id = $1 and kind = 'show-code'`);
    await expect(change("'paused', 'active', 'paused-by-owner', holder_id")).rejects.toThrow('grant_changes__allowed_step');
    await expect(change("'active', 'paused', 'paused-by-relative', holder_id")).rejects.toThrow('grant_changes__actor');
    await expect(change("'active', 'ended', 'ran-out', holder_id")).rejects.toThrow('grant_changes__actor');
    await expect(change("'active', 'paused', 'paused-by-owner', null")).rejects.toThrow('grant_changes__actor');
    await expect(write("update grants set place = 1 where binding_id = $1 and kind = 'show-code'")).rejects.toThrow('grants__place');
    expect(await seen(son, bindingId)).toMatchObject({ state: 'active' });
  });
});
