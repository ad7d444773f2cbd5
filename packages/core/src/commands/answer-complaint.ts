import { decideComplaintStep } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { addAnswer, findAnswers, findComplaint, stepComplaint } from '../store/complaint.store';
import { findPerson, isHere, lockPersons } from '../store/person.store';
import { tell, writeAudit } from '../store/record.store';
import { open } from '../store/sealing';
import { inTransaction } from '../store/transaction';
import { complaintAnsweredNotice } from '../texts/complaint-notices';

/** said-before: the last answer says the same, word for word; an operator who typed it twice has answered once. */
export type Answered = 'answered' | 'no-such-number' | 'closed' | 'said-before';

/** An operator answers, and the writer is told that there is an answer, not what it says. Under the writer's lock, like everything about a complaint. */
export function answerComplaint(deps: CoreDeps, { number, text }: { readonly number: string; readonly text: string }): Promise<Answered> {
  return inTransaction(deps.db, async (tx) => {
    const found = await findComplaint(tx, { number });
    if (found === undefined) return 'no-such-number';
    await lockPersons(tx, [found.holder_id]);
    const complaint = (await findComplaint(tx, { number })) ?? found;
    const decision = decideComplaintStep(complaint.state, 'answered');
    if (!decision.ok) return 'closed';
    const last = (await findAnswers(tx, complaint.id)).at(-1);
    if (last !== undefined && open(deps, last.text_sealed) === text) return 'said-before';
    await addAnswer(tx, deps, { ...complaint, text });
    await stepComplaint(tx, deps, { id: complaint.id, to: decision.value });
    const { holder_id: holderId, id: subjectId } = complaint;
    await writeAudit(tx, deps, [{ holderId, actor: { kind: 'job' }, action: 'complaint-answered', subjectId }]);
    if (isHere(await findPerson(tx, holderId))) await tell(tx, deps, [complaintAnsweredNotice({ holderId, subjectId, number })]);
    return 'answered';
  });
}
