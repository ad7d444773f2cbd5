import type { PaymentView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { dayText } from '@/shared/text/moment';
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
  const { state, busy, submit } = useWrite('voidPremium');
  const confirm = async () => {
    const outcome = await submit({ path: { paymentId: payment.paymentId } });
    setAsked(false);
    if (outcome?.kind === 'done') reload();
  };
  return (
    <View className="stack">
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && (
        <Unknown reference={state.reference} text="网络没有回应，作废可能已经成功。请先查看结果。" button="查看最新状态" onTap={reload} />
      )}
      <Button kind="danger" off={state.kind === 'done'} busyText={busy && '正在作废…'} onTap={() => setAsked(true)}>
        作废这笔代缴
      </Button>
      {payment.voidableUntil !== null && (
        <Text className="block muted center">{`${dayText(payment.voidableUntil)}（含当天）前可以作废`}</Text>
      )}
      {asked && (
        <Sheet
          title="作废这笔代缴？"
          actions={
            <View>
              <Button kind="danger" busyText={busy && '正在作废…'} onTap={() => void confirm()}>
                {`作废并退回 ${fenText(payment.amountFen)}`}
              </Button>
              <Button kind="text" off={busy} onTap={() => setAsked(false)}>
                保留这笔代缴
              </Button>
            </View>
          }
        >
          <Text className="block">{`${fenText(payment.amountFen)} 马上解冻，回到原来的个人账户。${payment.person.maskedName} ${payment.year} 年度的居民医保费变回待缴。`}</Text>
        </Sheet>
      )}
    </View>
  );
}
