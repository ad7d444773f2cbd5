import type { ComplaintList } from '@gongji/contract';
import { COMPLAINTS } from '@gongji/texts';
import { say } from '@/shared/text/say';
import { State, type Tone } from '@/shared/ui/notice';

type Complaint = Pick<ComplaintList['complaints'][number], 'state' | 'overdue'>;

const TONE: Readonly<Record<Complaint['state'], Tone>> = { received: 'info', answered: 'ok', closed: 'quiet' };

/** A promise that was not kept is said, not hidden. */
export const ComplaintState = ({ complaint: { state, overdue } }: { readonly complaint: Complaint }) => (
  <State tone={overdue ? 'warn' : TONE[state]}>{say(COMPLAINTS.state[overdue ? 'overdue' : state])}</State>
);
