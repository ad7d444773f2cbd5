import { complaintNumber, decideComplaint, decided, refused, shanghaiDate, WEEKENDS_ONLY } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import { readComplaint } from '../queries/complaint.query';
import { present, runOnce } from '../request-lists/run-once';
import type { WriteComplaint } from '../requests';
import { countComplaints, isOwnSubject, saveComplaint } from '../store/complaint.store';
import { lockActors } from '../store/person.store';
import { tell, writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import { complaintReceivedNotice } from '../texts/complaint-notices';
import type { ComplaintView } from '../views/complaint-view';

type Answer = { readonly complaintId: string };

/** Takes a complaint, answers its number at once, and says by when somebody answers it. The writer is locked, so that what is counted stands still. */
export const writeComplaint: Command<WriteComplaint, ComplaintView> = async (deps, requests) => {
  const outcomes = await runOnce<WriteComplaint, Answer, ReadonlySet<string>>(
    deps,
    {
      kind: 'write-complaint',
      bodyOf: ({ key: _key, actorId: _actor, ...body }) => body,
      lock: lockActors,
      act: (tx, request, here) => (here.has(request.actorId) ? write(tx, deps, request) : refused('PERSON_NOT_ENROLLED')),
    },
    requests,
  );
  return present(outcomes, requests, ({ complaintId }, { actorId: personId }) => readComplaint(deps, { personId, complaintId }));
};

async function write(tx: Tx, deps: CoreDeps, request: WriteComplaint): Promise<Outcome<Answer>> {
  const { actorId, about } = request;
  if (about !== null && !(await isOwnSubject(tx, actorId, about))) return refused('COMPLAINT_SUBJECT_NOT_FOUND');
  const on = shanghaiDate(deps.now());
  const { today: writtenToday, open } = await countComplaints(tx, actorId, on);
  const decision = decideComplaint({ on, writtenToday, open, calendar: deps.calendar ?? WEEKENDS_ONLY });
  if (!decision.ok) return decision;
  const number = complaintNumber(on, deps.randomBytes(4).readUInt32BE() % 100_000);
  const { answerBy } = decision.value;
  const complaintId = await saveComplaint(tx, deps, { ...request, ...decision.value, number });
  await writeAudit(tx, deps, [
    { holderId: actorId, actor: { kind: 'person', id: actorId }, action: 'complaint-written', subjectId: complaintId },
  ]);
  await tell(tx, deps, [complaintReceivedNotice({ holderId: actorId, subjectId: complaintId, number, answerBy })]);
  return decided({ complaintId });
}
