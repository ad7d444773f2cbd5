import type { PaymentView } from '@gongji/contract';
import { fenText, TAX_LOCK_MINUTES } from '@gongji/domain';
import { PAID, PAYMENT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { serverNow } from '@/shared/session/session';
import { momentText } from '@/shared/text/moment';
import { numberText } from '@/shared/text/number-text';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { isUnsettled } from './payment-text';

/** A question to the tax office takes a moment, and so does the news of its answer. */
const LATE_MS = 60_000;

interface Props {
  readonly payment: PaymentView;
  /** The page asks again by itself. */
  readonly byItself: boolean;
  readonly onLook: () => void;
}

/** Calm while the tax office is being told, plain where it does not answer; in both cases with the reference and when we shall know. */
export function UnsettledNotice({ payment, byItself, onLook }: Props) {
  if (!isUnsettled(payment)) return null;
  const { state } = payment;
  return (
    <View className="stack">
      <Notice tone={state === 'submitting' ? 'info' : 'warn'} title={titleOf(payment)} urgent>
        <Text className="notice__text">{whyText(payment)}</Text>
        <Text className="notice__text">{knownWhen(payment, byItself)}</Text>
        <View className="muted">{say(PAID.unsettled.reference, { number: numberText(payment.number) })}</View>
      </Notice>
      {!byItself && (
        <Button kind="plain" icon="refresh" onTap={onLook}>
          {say(PAYMENT.lookNow)}
        </Button>
      )}
    </View>
  );
}

/** What the state above it does not say already. */
function titleOf({ state, voiding }: PaymentView): string {
  if (voiding) return say(PAID.unsettled.voidingTitle);
  return say(state === 'unknown' ? PAID.unsettled.noAnswer : PAID.unsettled.title);
}

/** How long a lock lasts is nowhere published: what stands in says so. */
export function whyText({ state, voiding, amountFen }: PaymentView): string {
  const sum = fenText(amountFen);
  if (voiding) return say(PAID.unsettled.voiding, { sum });
  if (state === 'locked') return say(PAID.unsettled.locked, { sum, minutes: TAX_LOCK_MINUTES });
  return say(state === 'submitting' ? PAID.unsettled.telling : PAID.unsettled.silent, { sum });
}

function knownWhen({ nextCheckAt }: PaymentView, byItself: boolean): string {
  if (nextCheckAt !== null && Date.parse(nextCheckAt) < serverNow().getTime() - LATE_MS)
    return say(PAID.unsettled.late, { time: momentText(nextCheckAt) });
  if (nextCheckAt === null) return say(byItself ? PAID.unsettled.byItself : PAID.unsettled.told);
  return say(byItself ? PAID.unsettled.byItselfAt : PAID.unsettled.toldAt, { time: momentText(nextCheckAt) });
}
