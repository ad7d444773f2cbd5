import { decided, decideComplaintStep, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import { readComplaint } from '../queries/complaint.query';
import { present, runOnce } from '../request-lists/run-once';
import type { CloseComplaint } from '../requests';
import { findComplaint, stepComplaint } from '../store/complaint.store';
import { lockActors } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import type { ComplaintView } from '../views/complaint-view';

type Answer = { readonly complaintId: string };

/** The writer says that it is settled, whether it was answered or not. */
export const closeComplaint: Command<CloseComplaint, ComplaintView> = async (deps, requests) => {
  const outcomes = await runOnce<CloseComplaint, Answer, ReadonlySet<string>>(
    deps,
    {
      kind: 'close-complaint',
      bodyOf: ({ complaintId }) => ({ complaintId }),
      lock: lockActors,
      act: (tx, request, here) => (here.has(request.actorId) ? close(tx, deps, request) : refused('PERSON_NOT_ENROLLED')),
    },
    requests,
  );
  return present(outcomes, requests, ({ complaintId }, { actorId: personId }) => readComplaint(deps, { personId, complaintId }));
};

async function close(tx: Tx, deps: CoreDeps, { actorId, complaintId }: CloseComplaint): Promise<Outcome<Answer>> {
  const complaint = await findComplaint(tx, { id: complaintId });
  if (complaint === undefined || complaint.holder_id !== actorId) return refused('COMPLAINT_NOT_FOUND');
  const decision = decideComplaintStep(complaint.state, 'closed');
  if (!decision.ok) return decision;
  await stepComplaint(tx, deps, { id: complaintId, to: decision.value });
  await writeAudit(tx, deps, [
    { holderId: actorId, actor: { kind: 'person', id: actorId }, action: 'complaint-closed', subjectId: complaintId },
  ]);
  return decided({ complaintId });
}
