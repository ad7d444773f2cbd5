import type { SharedLimit } from '@gongji/contract';
import type { Fen } from '@gongji/domain';
import { BINDING, LIMIT } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useShownWrite } from '@/shared/bff/use-shown-write';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Field } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { FoldedRules } from '@/shared/ui/rule-list';
import { limitError } from './limit-error';
import { capOf } from './add/draft';

/** How much all relatives together may use of my account, and a new amount. */
export function LimitPanel() {
  const reading = useRead('sharedLimit');
  return (
    <Loaded reading={reading}>
      {(limit) => (
        <View className="stack">
          <LimitNow limit={limit} />
          {limit.rules.length > 0 && <FoldedRules rules={limit.rules} of={say(LIMIT[limit.kind].title)} />}
          <NewLimit limit={limit} reload={reading.reload} />
        </View>
      )}
    </Loaded>
  );
}

const LimitNow = ({ limit }: { readonly limit: SharedLimit }) => {
  const words = LIMIT[limit.kind];
  return (
    <Card>
      <View className="lead">{say(words.title)}</View>
      <View className="muted">{say(limit.text)}</View>
      <Line name={say(words.set)}>{limit.limitFen === null ? say(words.none) : <Amount fen={limit.limitFen} />}</Line>
      <Line name={say(LIMIT.spent)}>
        <Amount fen={limit.spentFen} />
      </Line>
      {limit.leftFen !== null && (
        <Line name={say(LIMIT.left)}>
          <Amount fen={limit.leftFen} />
        </Line>
      )}
      {limit.mostFen !== null && (
        <Line name={say(words.most)}>
          <Amount fen={limit.mostFen} />
        </Line>
      )}
    </Card>
  );
};

interface NewProps {
  readonly limit: SharedLimit;
  readonly reload: () => void;
}

function NewLimit({ limit, reload }: NewProps) {
  const words = LIMIT[limit.kind];
  const write = useShownWrite('setSharedLimit');
  const { state, busy } = write;
  const [amount, setAmount] = useState('');
  const [tried, setTried] = useState(false);
  const error = limitError(amount, limit);

  const submit = async () => {
    setTried(true);
    const limitFen = capOf(amount);
    if (error === null && limitFen) await set(limitFen);
  };
  const set = async (limitFen: Fen | null) => {
    const outcome = await write.submit({ body: { limitFen } });
    if (outcome?.kind === 'refused' || outcome?.kind === 'done') reload();
    if (outcome?.kind !== 'done') return;
    setAmount('');
    setTried(false);
  };
  const change = (typed: string) => {
    setAmount(typed);
    if (state.kind !== 'unknown') write.reset();
  };
  const readAgain = () => {
    write.reset();
    reload();
  };
  return (
    <View className="section stack">
      <Field
        id="limit"
        label={say(words.label)}
        hint={say(words.hint)}
        type="digit"
        error={tried && error !== null ? error : undefined}
        value={amount}
        onChange={change}
      />
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && (
        <Unknown reference={state.reference} text={say(LIMIT.unknown)} button={say(LIMIT.look)} onTap={readAgain} />
      )}
      {state.kind === 'done' && <Kept limit={state.answer} />}
      <Button off={state.kind === 'unknown'} busyText={busy && say(BINDING.saving)} onTap={() => void submit()}>
        {say(words.button)}
      </Button>
      {limit.limitFen !== null && !limit.required && (
        <Button kind="text" off={busy || state.kind === 'unknown'} onTap={() => void set(null)}>
          {say(LIMIT.remove)}
        </Button>
      )}
    </View>
  );
}

/** What was set just now. */
const Kept = ({ limit }: { readonly limit: SharedLimit }) =>
  limit.limitFen === null ? (
    <Notice tone="ok" title={say(LIMIT.removed)} urgent>
      {say(LIMIT.removedText)}
    </Notice>
  ) : (
    <Notice tone="ok" title={say(LIMIT[limit.kind].done)} urgent />
  );
