import type { PaymentView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { PAID } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useShownWrite } from '@/shared/bff/use-shown-write';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Sheet } from '@/shared/ui/sheet';

interface Props {
  readonly payment: PaymentView;
  readonly reload: () => void;
}

/** Taking a payment back, with the deadline shown; an unknown outcome is read, not guessed. */
export function VoidPayment({ payment, reload }: Props) {
  const [asked, setAsked] = useState(false);
  const { state, busy, submit, reset } = useShownWrite('voidPremium');
  const sum = fenText(payment.amountFen);
  const confirm = async () => {
    const outcome = await submit({ path: { paymentId: payment.paymentId } });
    setAsked(false);
    if (outcome?.kind === 'done') reload();
  };
  const readAgain = () => {
    reset();
    reload();
  };
  return (
    <View className="stack">
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && (
        <Unknown reference={state.reference} text={say(PAID.void.unknown)} button={say(PAID.void.look)} onTap={readAgain} />
      )}
      <Button kind="danger" off={state.kind === 'done'} busyText={busy && say(PAID.void.busy)} onTap={() => setAsked(true)}>
        {say(PAID.void.act)}
      </Button>
      {payment.voidableUntil !== null && (
        <Text className="block muted center">{say(PAID.void.until, { day: dayText(payment.voidableUntil) })}</Text>
      )}
      {asked && (
        <Sheet
          title={say(PAID.void.title)}
          onBack={() => busy || setAsked(false)}
          actions={
            <View>
              <Button kind="danger" busyText={busy && say(PAID.void.busy)} onTap={() => void confirm()}>
                {say(PAID.void.confirm, { sum })}
              </Button>
              <Button kind="text" off={busy} onTap={() => setAsked(false)}>
                {say(PAID.void.keep)}
              </Button>
            </View>
          }
        >
          <Text className="block">{say(PAID.void.text, { sum, name: personName(payment.person), year: payment.year })}</Text>
        </Sheet>
      )}
    </View>
  );
}
