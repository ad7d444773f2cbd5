import { complaintNumberText, dayText, type PlainDate } from '@gongji/domain';
import type { Notice } from '../store/record.store';

interface ComplaintNews {
  readonly holderId: string;
  readonly subjectId: string;
  readonly number: string;
}

// Never what was written or answered: a message may be read over a shoulder, and is sent to WeChat.

export const complaintReceivedNotice = ({ answerBy, number, ...told }: ComplaintNews & { readonly answerBy: PlainDate }): Notice => ({
  ...told,
  topic: 'complaint-received',
  title: '投诉建议已收到',
  text: `编号 ${complaintNumberText(number)}，${dayText(answerBy)}前答复。打电话询问时请报这个编号。`,
});

export const complaintAnsweredNotice = ({ number, ...told }: ComplaintNews): Notice => ({
  ...told,
  topic: 'complaint-answered',
  title: '投诉建议已答复',
  text: `编号 ${complaintNumberText(number)} 已有答复，请在“我的—投诉建议”里查看。`,
});
