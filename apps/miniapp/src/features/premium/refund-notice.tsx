import type { PaymentView } from '@gongji/contract';
import { REFUND } from '@gongji/texts';
import { View } from '@tarojs/components';
import { serverToday } from '@/shared/session/session';
import { dayText, momentText } from '@/shared/text/moment';
import { numberText } from '@/shared/text/number-text';
import { say } from '@/shared/text/say';
import { Notice, type Tone } from '@/shared/ui/notice';

type Refund = NonNullable<PaymentView['refund']>;
const TONE: Readonly<Record<Refund['state'], Tone>> = { asked: 'info', refunded: 'ok', refused: 'warn' };

/** What became of the last refund that was asked for. */
export const RefundNotice = ({ payment, refund }: { readonly payment: PaymentView; readonly refund: Refund }) => (
  <Notice tone={TONE[refund.state]} title={say(refund.text)}>
    <View className="muted">{say(REFUND.notice.asked, { reason: say(refund.reasonText), time: momentText(refund.askedAt) })}</View>
    {refund.expectedOn !== null && refund.state === 'asked' && (
      <View className="muted">
        {say(refund.expectedOn < serverToday() ? REFUND.notice.late : REFUND.notice.expected, {
          day: dayText(refund.expectedOn),
        })}
      </View>
    )}
    {refund.endedAt !== null && <View className="muted">{say(REFUND.notice.answered, { time: momentText(refund.endedAt) })}</View>}
    {refund.taxNumber !== null && <View className="muted">{say(REFUND.notice.taxNumber, { number: numberText(refund.taxNumber) })}</View>}
    {refund.state === 'asked' && <View className="muted">{say(REFUND.notice.number, { number: numberText(payment.number) })}</View>}
  </Notice>
);
