import type { DeductionOrder } from '@gongji/contract';
import { BINDING, ORDER } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useShownWrite } from '@/shared/bff/use-shown-write';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { RuleSource } from '@/shared/ui/rule-source';
import { OrderList } from './order-list';

/** Who pays a cost of mine first, and who next. */
export function OrderPanel() {
  const { hasAccount } = useMe();
  const reading = useRead('deductionOrder');
  return (
    <Loaded reading={reading}>
      {(order) =>
        order.sponsors.length === 0 ? (
          <Card>
            <Empty icon="sum" title={say(ORDER.none)} text={say(ORDER.noneText)} />
          </Card>
        ) : (
          <View className="stack">
            {order.mine ? (
              <OwnOrder order={order} hasAccount={hasAccount} reload={reading.reload} />
            ) : (
              <FixedOrder order={order} hasAccount={hasAccount} />
            )}
            {order.rule !== null && <RuleSource rule={order.rule} />}
          </View>
        )
      }
    </Loaded>
  );
}

const NoAccount = () => <Text className="block muted">{say(ORDER.noAccount)}</Text>;

const FixedOrder = ({ order, hasAccount }: Omit<OwnProps, 'reload'>) => (
  <View className="stack">
    {!hasAccount && <NoAccount />}
    <Notice tone="info" title={say(order.rule?.assumed === false ? ORDER.fixed : ORDER.assumed)}>
      {say(order.rule?.text ?? ORDER.assumedText)}
    </Notice>
    <OrderList sponsors={order.sponsors} hasAccount={hasAccount} />
  </View>
);

interface OwnProps {
  readonly order: DeductionOrder;
  readonly hasAccount: boolean;
  readonly reload: () => void;
}

function OwnOrder({ order, hasAccount, reload }: OwnProps) {
  const save = useShownWrite('setDeductionOrder');
  const { state, busy } = save;
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const saved = order.sponsors.map(({ bindingId }) => bindingId);
  // Sponsors may have come and gone since it was arranged.
  const ids = wanted === null ? saved : [...wanted.filter((id) => saved.includes(id)), ...saved.filter((id) => !wanted.includes(id))];
  const changed = ids.join() !== saved.join();

  const move = (index: number, by: 1 | -1) => {
    const moved = [...ids];
    moved.splice(index + by, 0, ...moved.splice(index, 1));
    setWanted(moved);
    if (state.kind !== 'unknown') save.reset();
  };
  const submit = async () => {
    const outcome = await save.submit({ body: { bindingIds: [...ids] } });
    if (outcome?.kind === 'done' || outcome?.kind === 'refused') reload();
  };
  const readAgain = () => {
    save.reset();
    reload();
  };
  return (
    <View className="stack">
      {!hasAccount && <NoAccount />}
      <OrderList
        sponsors={ids.flatMap((id) => order.sponsors.filter((each) => each.bindingId === id))}
        hasAccount={hasAccount}
        onMove={busy ? undefined : move}
      />
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && (
        <Unknown reference={state.reference} text={say(ORDER.unknown)} button={say(ORDER.look)} onTap={readAgain} />
      )}
      {state.kind === 'done' && !changed && (
        <Notice tone="ok" title={say(ORDER.done)} urgent>
          {say(ORDER.doneText)}
        </Notice>
      )}
      {saved.length > 1 && !changed && state.kind === 'idle' && <Text className="block muted">{say(ORDER.unchanged)}</Text>}
      {saved.length > 1 && (
        <Button off={!changed || state.kind === 'unknown'} busyText={busy && say(BINDING.saving)} onTap={() => void submit()}>
          {say(ORDER.save)}
        </Button>
      )}
    </View>
  );
}
