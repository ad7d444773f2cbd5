import {
  addFen,
  AppError,
  COMPLAINT_KIND_TEXT,
  COMPLAINT_RULE,
  COMPLAINT_STATE_TEXT,
  type ComplaintSubject,
  complaintNumberText,
  dayText,
  fenText,
  maskPhone,
  mayStepComplaint,
  settlementNumberText,
  shanghaiDate,
  ZERO,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from '../facts/known';
import { findBinding } from '../store/binding.store';
import { findAnswers, findComplaint, findComplaintsOf, findOpenComplaints } from '../store/complaint.store';
import type { ComplaintRow } from '../store/complaint-tables';
import { findPersons } from '../store/person.store';
import { findPayment } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import { open } from '../store/sealing';
import { findLegsOf, findSettlement } from '../store/settlement.store';
import { inTransaction } from '../store/transaction';
import type { ComplaintLine, ComplaintList, ComplaintToAnswer, ComplaintView, OpenedComplaint } from '../views/complaint-view';
import { instant, instantOrNull } from '../views/instant';
import { legsFor } from './settlement.query';

/** The newest first. */
export async function readComplaints(deps: CoreDeps, personId: string): Promise<ComplaintList> {
  return { complaints: (await findComplaintsOf(deps.db, personId)).map((row) => lineOf(deps, row)) };
}

/** Throws COMPLAINT_NOT_FOUND, also for somebody else's. */
export async function readComplaint(
  deps: CoreDeps,
  { personId, complaintId }: { readonly personId: string; readonly complaintId: string },
): Promise<ComplaintView> {
  const row = await findComplaint(deps.db, { id: complaintId });
  if (row === undefined || row.holder_id !== personId) throw new AppError('COMPLAINT_NOT_FOUND');
  const answers = await findAnswers(deps.db, row.id);
  return {
    ...lineOf(deps, row),
    text: open(deps, row.text_sealed),
    about: await aboutOf(deps, row),
    reference: row.reference,
    phone: row.phone_sealed === null ? null : maskPhone(open(deps, row.phone_sealed)),
    answers: answers.map(({ at, text_sealed }) => ({ at: instant(at), text: open(deps, text_sealed) })),
    closedAt: instantOrNull(row.closed_at),
    promiseText: `收到后 ${COMPLAINT_RULE.answerWithin} 个工作日内答复`,
    promiseNote: COMPLAINT_RULE.note,
  };
}

const lineOf = (deps: CoreDeps, row: ComplaintRow): ComplaintLine => ({
  complaintId: row.id,
  number: row.number,
  numberText: complaintNumberText(row.number),
  kind: row.kind,
  kindText: COMPLAINT_KIND_TEXT[row.kind],
  state: row.state,
  stateText: COMPLAINT_STATE_TEXT[row.state],
  writtenAt: instant(row.written_at),
  answerBy: row.answer_by,
  provisional: row.provisional,
  overdue: isOverdue(deps, row),
  mayClose: mayStepComplaint(row.state, 'closed'),
});

const isOverdue = (deps: CoreDeps, row: ComplaintRow): boolean => row.state === 'received' && shanghaiDate(deps.now()) > row.answer_by;

async function aboutOf(
  deps: CoreDeps,
  { subject_kind: kind, subject_id: id, holder_id: reader }: ComplaintRow,
): Promise<ComplaintView['about']> {
  if (kind === null || id === null) return null;
  return { kind, id, text: await SUBJECT_TEXT[kind](deps, id, reader) };
}

type SubjectText = (deps: CoreDeps, id: string, readerId: string) => Promise<string>;

/** As the writer knows it: names masked, and of what somebody else's care cost no more than their own share. */
const SUBJECT_TEXT: Readonly<Record<ComplaintSubject, SubjectText>> = {
  payment: async (deps, id) => {
    const payment = await findPayment(deps.db, id);
    return payment === undefined ? '' : `${payment.year} 年度居民医保代缴 ${fenText(payment.amount_fen)}，办理编号 ${payment.number}`;
  },
  settlement: async (deps, id, readerId) => {
    const settlement = await findSettlement(deps.db, id);
    if (settlement === undefined) return '';
    const [day, number] = [dayText(shanghaiDate(settlement.at)), settlementNumberText(settlement.number)];
    if (settlement.holder_id === readerId) return `${day}的医保结算 ${fenText(settlement.total_fen)}，结算编号 ${number}`;
    const own = legsFor(readerId, settlement, await findLegsOf(deps.db, [id])) ?? [];
    return `${day}的医保结算，您支付的 ${fenText(addFen(ZERO, ...own.map((leg) => leg.amount_fen)))}，结算编号 ${number}`;
  },
  binding: async (deps, id, readerId) => {
    const binding = await findBinding(deps.db, id);
    if (binding === undefined) return '';
    const otherId = binding.ownerId === readerId ? binding.relativeId : binding.ownerId;
    const nameOf = await findNames(deps.db, deps, { readerId, people: await findPersons(deps.db, [otherId]) });
    return `与${nameOf(otherId)}的亲情账户`;
  },
};

/** Everything that is not closed, the most urgent first: nothing of what people wrote. */
export async function readComplaintsToAnswer(deps: CoreDeps): Promise<readonly ComplaintToAnswer[]> {
  return (await findOpenComplaints(deps.db)).map((row) => toAnswerOf(deps, row));
}

const toAnswerOf = (deps: CoreDeps, row: ComplaintRow): ComplaintToAnswer => ({
  numberText: complaintNumberText(row.number),
  kindText: COMPLAINT_KIND_TEXT[row.kind],
  stateText: COMPLAINT_STATE_TEXT[row.state],
  writtenOn: shanghaiDate(row.written_at),
  answerBy: row.answer_by,
  overdue: isOverdue(deps, row),
  wantsCall: row.phone_sealed !== null,
  reference: [row.error_code, row.reference].filter((part) => part !== null).join(' ') || null,
});

/** For whoever answers; the look is written down. undefined: no such number. */
export async function openComplaint(deps: CoreDeps, number: string): Promise<OpenedComplaint | undefined> {
  const row = await findComplaint(deps.db, { number });
  if (row === undefined) return undefined;
  const look = { holderId: row.holder_id, actor: { kind: 'job' }, action: 'complaint-opened', subjectId: row.id } as const;
  await inTransaction(deps.db, (tx) => writeAudit(tx, deps, [look]));
  const answers = await findAnswers(deps.db, row.id);
  return {
    ...toAnswerOf(deps, row),
    text: open(deps, row.text_sealed),
    phone: row.phone_sealed === null ? null : open(deps, row.phone_sealed),
    about: (await aboutOf(deps, row))?.text ?? null,
    answers: answers.map(({ at, text_sealed }) => ({ at: instant(at), text: open(deps, text_sealed) })),
  };
}
