import type { AccountView } from '@gongji/contract';
import { fenText, POT_TEXT, ZERO } from '@gongji/domain';
import { MINE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { RuleList } from '@/shared/ui/rule-list';
import './account.scss';

const BALANCE = MINE.balance;
const NO_ACCOUNT = { resident: BALANCE.noneResident, employee: BALANCE.noneEmployee };

/** The balance, and how much of it the family may use, with the rule that says so. Residents have none, and read that instead of a zero. */
export function BalanceCard() {
  const { hasAccount, scheme } = useMe();
  if (hasAccount) return <Balance />;
  return (
    <Notice tone="info" title={say(BALANCE.none)}>
      <Text className="notice__text">{say(NO_ACCOUNT[scheme])}</Text>
    </Notice>
  );
}

function Balance() {
  const reading = useRead('account');
  return (
    <Loaded reading={reading} cards={1}>
      {(account) => (
        <Card>
          <Text className="block muted">{say(BALANCE.title)}</Text>
          <Amount fen={account.balanceFen} huge />
          {account.pots.map(({ pot, balanceFen, frozenFen }) => (
            <Line key={pot} name={say(POT_TEXT[pot])}>
              <Amount fen={balanceFen} />
              {frozenFen > ZERO && <Text className="block muted">{say(BALANCE.frozenPart, { amount: fenText(frozenFen) })}</Text>}
            </Line>
          ))}
          <Line name={say(BALANCE.frozen)}>
            <Amount fen={account.frozenFen} />
          </Line>
          <Line name={say(BALANCE.available)}>
            <Amount fen={account.availableFen} />
          </Line>
          <View className="stack">
            {account.frozenFen > ZERO && <Text className="block muted">{say(BALANCE.frozenNote)}</Text>}
            <Text className="block muted">{say(BALANCE.yearNote)}</Text>
          </View>
          <Shareable account={account} />
        </Card>
      )}
    </Loaded>
  );
}

function Shareable({ account: { shareableFen, shareableText, shareableSteps, shareableRule } }: { readonly account: AccountView }) {
  const [open, setOpen] = useState(false);
  const explained = shareableRule !== null || shareableSteps.length > 1;
  return (
    <View className="shareable">
      <View className="shareable__sum">
        <Text className="strong">{say(BALANCE.shareable)}</Text>
        <Text className="shareable__amount">{fenText(shareableFen)}</Text>
      </View>
      <Text className="block muted">{say(shareableText)}</Text>
      {explained && (
        <Button
          kind="text"
          inline
          icon="book"
          label={say(open ? BALANCE.foldSpoken : BALANCE.whySpoken)}
          expanded={open}
          onTap={() => setOpen(!open)}
        >
          {say(open ? BALANCE.fold : BALANCE.why)}
        </Button>
      )}
      {open && <Steps steps={shareableSteps} resultFen={shareableFen} />}
      {open && shareableRule !== null && <RuleList rules={[shareableRule]} />}
    </View>
  );
}

interface StepsProps {
  readonly steps: AccountView['shareableSteps'];
  readonly resultFen: AccountView['shareableFen'];
}

/** From the balance to the result, as on a bill. */
const Steps = ({ steps, resultFen }: StepsProps) => (
  <View>
    {steps.map(({ text, amountFen }) => (
      <View key={text} className="step">
        <Text className="step__text">{say(text)}</Text>
        <Amount fen={amountFen} />
      </View>
    ))}
    <View className="step step--last">
      <Text className="step__text">{say(BALANCE.shareable)}</Text>
      <Amount fen={resultFen} />
    </View>
  </View>
);
