import type { PaymentView } from '@gongji/contract';
import { View } from '@tarojs/components';
import { dayText, momentText } from '@/shared/text/moment';
import { Notice, type Tone } from '@/shared/ui/notice';

type Refund = NonNullable<PaymentView['refund']>;
const TONE: Readonly<Record<Refund['state'], Tone>> = { asked: 'info', refunded: 'ok', refused: 'warn' };

/** What became of the last refund that was asked for. */
export const RefundNotice = ({ payment, refund }: { readonly payment: PaymentView; readonly refund: Refund }) => (
  <Notice tone={TONE[refund.state]} title={refund.text}>
    <View className="muted">{`情形：${refund.reasonText} · 申请于 ${momentText(refund.askedAt)}`}</View>
    {refund.expectedOn !== null && refund.state === 'asked' && <View className="muted">{`预计 ${dayText(refund.expectedOn)} 退回`}</View>}
    {refund.endedAt !== null && <View className="muted">{`答复于 ${momentText(refund.endedAt)}`}</View>}
    {refund.taxNumber !== null && <View className="muted">{`税务编号 ${refund.taxNumber}`}</View>}
    {refund.state === 'asked' && <View className="muted">{`办理编号 ${payment.number}，有结果会通知您`}</View>}
  </Notice>
);
