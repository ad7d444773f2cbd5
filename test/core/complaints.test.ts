import {
  answerComplaint,
  closeComplaint,
  one,
  openComplaint,
  readComplaint,
  readComplaints,
  readComplaintsToAnswer,
  settle,
  unbind,
  type WriteComplaint,
  writeComplaint,
} from '@gongji/core';
import { COMPLAINT_KINDS, COMPLAINT_STATES, COMPLAINT_STEPS, COMPLAINT_SUBJECTS, fen, parseComplaintNumber } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, ENGINES, newKey, openLab, type Person } from '../support/core-lab';
import { apply, bind, costOf, inboxOf, tokenFor } from '../support/core-steps';

jest.setTimeout(90_000);

describe.each(ENGINES)('complaints on %s', (engine) => {
  let lab: CoreLab;
  let writer: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
  });
  beforeEach(async () => {
    writer = await enrol(lab);
  });
  afterAll(() => lab.close());

  const asked = (changes: Partial<WriteComplaint> = {}): WriteComplaint => ({
    key: newKey(),
    actorId: writer.personId,
    kind: 'debit',
    text: '十一月二十日的扣款不是我本人的。',
    about: null,
    reference: null,
    errorCode: null,
    phone: null,
    ...changes,
  });
  const write = (changes: Partial<WriteComplaint> = {}) => one(writeComplaint)(lab.deps, asked(changes));
  const close = (complaintId: string, actorId = writer.personId) => one(closeComplaint)(lab.deps, { key: newKey(), actorId, complaintId });

  it('are answered at once with a number and the day by which somebody answers', async () => {
    const view = await write({ phone: '13800001234', reference: '0197f3c2', errorCode: 'UNEXPECTED' });
    expect(parseComplaintNumber(view.numberText)).toBe(view.number);
    expect(view).toMatchObject({
      state: 'received',
      answerBy: '2026-11-30',
      provisional: false,
      phone: '138****1234',
      answers: [],
      mayClose: true,
    });
    expect(view.promiseNote).toContain('暂定');
    const messages = await inboxOf(lab.deps, writer.personId);
    expect(messages[0]).toMatchObject({ title: '投诉建议已收到', text: expect.stringContaining(view.numberText) });
    expect(messages[0]?.text).not.toContain('扣款');
  });

  it('keep what was written and the phone sealed', async () => {
    const view = await write({ phone: '13800001234' });
    const { rows } = await lab.pool.query<{ all: string }>('select c::text all from complaints c where id = $1', [view.complaintId]);
    expect(rows[0]?.all).not.toMatch(/13800001234|不是我本人/);
    expect((await readComplaint(lab.deps, { personId: writer.personId, complaintId: view.complaintId })).text).toContain('不是我本人');
  });

  it('sent twenty times at once are one', async () => {
    const request = asked();
    const answers = await Promise.all(Array.from({ length: 20 }, () => one(writeComplaint)(lab.deps, request)));
    expect(new Set(answers.map(({ complaintId }) => complaintId)).size).toBe(1);
    expect((await readComplaints(lab.deps, writer.personId)).complaints).toHaveLength(1);
  });

  it('are five a day, whichever way they come, and a sixth tomorrow', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => writeComplaint(lab.deps, [asked()])));
    const codes = outcomes.map(([outcome]) => (outcome?.ok === false ? outcome.code : 'ok'));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(5);
    expect(codes.filter((code) => code === 'COMPLAINT_TOO_MANY')).toHaveLength(7);
    lab.setClock(new Date('2026-11-24T02:00:00Z'));
    expect((await write()).answerBy).toBe('2026-12-01');
    lab.setClock(new Date('2026-11-23T02:00:00Z'));
  });

  it('point at something of the writer’s own, and at nothing else', async () => {
    const parent = await enrolParent(lab);
    const bindingId = await bind(lab, writer, parent);
    const { paymentId } = await apply(lab, writer, parent);
    const token = await tokenFor(lab, writer, parent);
    const { settlementId } = await one(settle)(lab.deps, costOf(lab, token, { totalFen: fen(1_000) }));
    const about = { payment: paymentId, settlement: settlementId, binding: bindingId };
    for (const kind of COMPLAINT_SUBJECTS) {
      const view = await write({ about: { kind, id: about[kind] } });
      expect(view.about?.text).toMatch(/代缴|结算|亲情账户/);
      expect(view.about?.text).not.toContain(parent.name);
    }
    expect((await write({ actorId: parent.personId, about: { kind: 'settlement', id: settlementId } })).about?.kind).toBe('settlement');
    const stranger = await enrol(lab);
    for (const kind of COMPLAINT_SUBJECTS)
      expect(await writeComplaint(lab.deps, [asked({ actorId: stranger.personId, about: { kind, id: about[kind] } })])).toMatchObject([
        { ok: false, code: 'COMPLAINT_SUBJECT_NOT_FOUND' },
      ]);
  });

  it('of who paid a part of somebody’s bill tell their own part, and the whole only to whose bill it is', async () => {
    const patient = await enrol(lab, { currentYearFen: 1_000, carriedOverFen: 0, birthDate: '1960-01-01' });
    const bindingId = await bind(lab, writer, patient);
    const cost = costOf(lab, await tokenFor(lab, patient), { totalFen: fen(14_000), fundFen: fen(9_000) });
    const { settlementId: id } = await one(settle)(lab.deps, cost);
    const [ofPayer, ofPatient] = [
      await write({ about: { kind: 'settlement', id } }),
      await write({ actorId: patient.personId, about: { kind: 'settlement', id } }),
    ];
    expect(ofPayer.about?.text).toContain('您支付的 ¥40.00');
    expect(ofPayer.about?.text).not.toContain('140.00');
    expect(ofPatient.about?.text).toContain('¥140.00');
    await one(unbind)(lab.deps, { key: newKey(), actorId: writer.personId, bindingId });
  });

  it('are answered by an operator, more than once, and the writer is told without a word of it', async () => {
    const { number, complaintId } = await write();
    expect(await answerComplaint(lab.deps, { number, text: '已核实，是您母亲的结算。' })).toBe('answered');
    expect(await answerComplaint(lab.deps, { number, text: '已核实，是您母亲的结算。' })).toBe('said-before');
    expect(await answerComplaint(lab.deps, { number, text: '补充：可在明细里查看。' })).toBe('answered');
    const view = await readComplaint(lab.deps, { personId: writer.personId, complaintId });
    expect(view).toMatchObject({ state: 'answered', answers: [{ text: '已核实，是您母亲的结算。' }, { text: '补充：可在明细里查看。' }] });
    const messages = await inboxOf(lab.deps, writer.personId);
    expect(messages.filter(({ title }) => title === '投诉建议已答复')).toHaveLength(2);
    expect(JSON.stringify(messages)).not.toContain('母亲');
    await expect(lab.pool.query('update complaint_answers set at = now()')).rejects.toThrow();
    await expect(lab.pool.query('delete from complaint_answers')).rejects.toThrow();
  });

  it('are closed by whoever wrote them, and by nobody else; then no answer comes', async () => {
    const { number, complaintId } = await write();
    const stranger = await enrol(lab);
    expect(await closeComplaint(lab.deps, [{ key: newKey(), actorId: stranger.personId, complaintId }])).toMatchObject([
      { code: 'COMPLAINT_NOT_FOUND' },
    ]);
    await expect(readComplaint(lab.deps, { personId: stranger.personId, complaintId })).rejects.toMatchObject({
      code: 'COMPLAINT_NOT_FOUND',
    });
    expect(await close(complaintId)).toMatchObject({ state: 'closed', mayClose: false });
    await expect(close(complaintId)).rejects.toMatchObject({ code: 'COMPLAINT_CLOSED' });
    expect(await answerComplaint(lab.deps, { number, text: '来不及了，已经结束。' })).toBe('closed');
  });

  it('are listed for whoever answers by urgency and without a word of them; a look at one is written down', async () => {
    const { number, numberText, complaintId } = await write({ phone: '13800001234', text: '不能被列出的内容。' });
    lab.setClock(new Date('2026-12-01T02:00:00Z'));
    const listed = await readComplaintsToAnswer(lab.deps);
    expect(listed.find((each) => each.numberText === numberText)).toMatchObject({ overdue: true, wantsCall: true });
    expect(JSON.stringify(listed)).not.toMatch(/不能被列出|13800001234/);
    expect(await openComplaint(lab.deps, number)).toMatchObject({ text: '不能被列出的内容。', phone: '13800001234' });
    expect(await openComplaint(lab.deps, '000000000000')).toBeUndefined();
    const { rows } = await lab.pool.query('select action from audit_lines where subject_id = $1 order by id', [complaintId]);
    expect(rows).toEqual([{ action: 'complaint-written' }, { action: 'complaint-opened' }]);
    lab.setClock(new Date('2026-11-23T02:00:00Z'));
  });

  it('know in the database the kinds, subjects, states and steps of the domain', async () => {
    const definition = async (sql: string) => {
      const { rows } = await lab.pool.query<{ text: string }>(sql);
      return [...(rows[0]?.text ?? '').matchAll(/'([\w>-]+)'/g)].map((match) => match[1]).sort();
    };
    const constraint = (name: string) =>
      definition(`select pg_get_constraintdef(oid) text from pg_constraint where conname = 'complaints__${name}'`);
    expect(await constraint('kind')).toEqual([...COMPLAINT_KINDS].sort());
    expect(await constraint('subject')).toEqual([...COMPLAINT_SUBJECTS].sort());
    expect(await constraint('state')).toEqual([...COMPLAINT_STATES].sort());
    const steps = COMPLAINT_STATES.flatMap((from) => COMPLAINT_STEPS[from].filter((to) => to !== from).map((to) => `${from}>${to}`));
    expect(await definition("select pg_get_triggerdef(oid) text from pg_trigger where tgname = 'complaints__allowed_step'")).toEqual(
      steps.sort(),
    );
  });
});
