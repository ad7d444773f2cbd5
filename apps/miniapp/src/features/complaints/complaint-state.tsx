import type { ComplaintList } from '@gongji/contract';
import { State, type Tone } from '@/shared/ui/notice';

type Complaint = Pick<ComplaintList['complaints'][number], 'state' | 'overdue'>;

const SHORT: Readonly<Record<Complaint['state'], readonly [tone: Tone, text: string]>> = {
  received: ['info', '已收到'],
  answered: ['ok', '已答复'],
  closed: ['quiet', '已结束'],
};

/** A promise that was not kept is said, not hidden. */
export function ComplaintState({ complaint: { state, overdue } }: { readonly complaint: Complaint }) {
  const [tone, text] = overdue ? (['warn', '已超期'] as const) : SHORT[state];
  return <State tone={tone}>{text}</State>;
}
