import { type ComplaintState, type ComplaintSubject, type PlainDate, startOfDay } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import type { WriteComplaint } from '../requests';
import type { ComplaintRow } from './complaint-tables';
import { seal } from './sealing';
import type { Reader, Tx } from './transaction';

/** Shown at most; older ones stay kept. */
const MOST_LISTED = 100;

interface NewComplaint extends Omit<WriteComplaint, 'key'> {
  readonly number: string;
  readonly answerBy: PlainDate;
  readonly provisional: boolean;
}

/** A number that was drawn before fails, and the whole is tried again with another. */
export async function saveComplaint(tx: Tx, deps: CoreDeps, complaint: NewComplaint): Promise<string> {
  const id = deps.newId();
  const now = deps.now();
  const { about, phone } = complaint;
  await tx
    .insertInto('complaints')
    .values({
      id,
      number: complaint.number,
      holder_id: complaint.actorId,
      kind: complaint.kind,
      state: 'received',
      subject_kind: about?.kind ?? null,
      subject_id: about?.id ?? null,
      reference: complaint.reference,
      error_code: complaint.errorCode,
      text_sealed: seal(deps, complaint.text),
      phone_sealed: phone === null ? null : seal(deps, phone),
      answer_by: complaint.answerBy,
      provisional: complaint.provisional,
      written_at: now,
      changed_at: now,
      closed_at: null,
    })
    .execute();
  return id;
}

/** Under the lock of the person who writes. */
export async function countComplaints(
  tx: Tx,
  holderId: string,
  day: PlainDate,
): Promise<{ readonly today: number; readonly open: number }> {
  const { rows } = await sql<{ today: number; open: number }>`
    select count(*) filter (where written_at >= ${startOfDay(day)})::int today, count(*) filter (where state <> 'closed')::int open
      from complaints where holder_id = ${holderId}`.execute(tx);
  return rows[0] ?? { today: 0, open: 0 };
}

export const findComplaintsOf = (reader: Reader, holderId: string): Promise<ComplaintRow[]> =>
  reader
    .selectFrom('complaints')
    .selectAll()
    .where('holder_id', '=', holderId)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute();

export const findComplaint = (
  reader: Reader,
  by: { readonly id: string } | { readonly number: string },
): Promise<ComplaintRow | undefined> => {
  const query = reader.selectFrom('complaints').selectAll();
  return ('id' in by ? query.where('id', '=', by.id) : query.where('number', '=', by.number)).executeTakeFirst();
};

/** What waits for an answer, the most urgent first; then what was answered and not closed. */
export const findOpenComplaints = (reader: Reader): Promise<ComplaintRow[]> =>
  reader
    .selectFrom('complaints')
    .selectAll()
    .where('state', '<>', 'closed')
    .orderBy('state', 'desc')
    .orderBy('answer_by')
    .orderBy('written_at')
    .execute();

export const findAnswers = (reader: Reader, complaintId: string) =>
  reader.selectFrom('complaint_answers').selectAll().where('complaint_id', '=', complaintId).orderBy('id').execute();

export async function addAnswer(
  tx: Tx,
  deps: CoreDeps,
  { id, holder_id, text }: Pick<ComplaintRow, 'id' | 'holder_id'> & { readonly text: string },
) {
  const row = { holder_id, complaint_id: id, text_sealed: seal(deps, text), at: deps.now() };
  await tx.insertInto('complaint_answers').values(row).execute();
}

export async function stepComplaint(
  tx: Tx,
  deps: CoreDeps,
  { id, to }: { readonly id: string; readonly to: ComplaintState },
): Promise<void> {
  const now = deps.now();
  await tx
    .updateTable('complaints')
    .set({ state: to, changed_at: now, closed_at: to === 'closed' ? now : null })
    .where('id', '=', id)
    .execute();
}

/** Whether something is this person's own to point at: a payment they made, a settlement of theirs or that they paid for, a binding of theirs. */
export async function isOwnSubject(
  reader: Reader,
  personId: string,
  { kind, id }: { readonly kind: ComplaintSubject; readonly id: string },
): Promise<boolean> {
  switch (kind) {
    case 'payment':
      return found(reader.selectFrom('premium_payments').select('id').where('id', '=', id).where('holder_id', '=', personId));
    case 'binding':
      return found(
        reader
          .selectFrom('bindings')
          .select('id')
          .where('id', '=', id)
          .where((where) => where.or([where('holder_id', '=', personId), where('relative_id', '=', personId)])),
      );
    case 'settlement': {
      const own = reader.selectFrom('settlements').select('id').where('id', '=', id).where('holder_id', '=', personId);
      const paid = reader
        .selectFrom('settlement_legs')
        .select('settlement_id')
        .where('settlement_id', '=', id)
        .where('holder_id', '=', personId);
      return (await found(own)) || found(paid);
    }
  }
}

const found = async (query: { executeTakeFirst(): Promise<unknown> }): Promise<boolean> => (await query.executeTakeFirst()) !== undefined;
