import type { AccountView } from '@gongji/contract';
import { fenText, POT_TEXT, ZERO } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { RuleList } from '@/shared/ui/rule-list';
import { FROZEN_NOTE, NO_ACCOUNT_TEXT, YEAR_NOTE } from './account-text';
import './account.scss';

/** The balance, and how much of it the family may use, with the rule that says so. Residents have none, and read that instead of a zero. */
export function BalanceCard() {
  const { hasAccount, scheme } = useMe();
  if (hasAccount) return <Balance />;
  return (
    <Notice tone="info" title="没有个人账户">
      <Text className="notice__text">{NO_ACCOUNT_TEXT[scheme]}</Text>
    </Notice>
  );
}

function Balance() {
  const reading = useRead('account');
  return (
    <Loaded reading={reading} cards={1}>
      {(account) => (
        <Card>
          <Text className="block muted">个人账户余额</Text>
          <Amount fen={account.balanceFen} huge />
          {account.pots.map(({ pot, balanceFen, frozenFen }) => (
            <Line key={pot} name={POT_TEXT[pot]}>
              <Amount fen={balanceFen} />
              {frozenFen > ZERO && <Text className="block muted">{`其中冻结 ${fenText(frozenFen)}`}</Text>}
            </Line>
          ))}
          <Line name="冻结">
            <Amount fen={account.frozenFen} />
          </Line>
          <Line name="可用">
            <Amount fen={account.availableFen} />
          </Line>
          <View className="stack">
            {account.frozenFen > ZERO && <Text className="block muted">{FROZEN_NOTE}</Text>}
            <Text className="block muted">{YEAR_NOTE}</Text>
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
        <Text className="strong">可用于家人共济</Text>
        <Text className="shareable__amount">{fenText(shareableFen)}</Text>
      </View>
      <Text className="block muted">{shareableText}</Text>
      {explained && (
        <Button
          kind="text"
          inline
          icon="book"
          label={`${open ? '收起' : '查看'}为什么：可用于家人共济`}
          expanded={open}
          onTap={() => setOpen(!open)}
        >
          {open ? '收起' : '为什么'}
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
        <Text className="step__text">{text}</Text>
        <Amount fen={amountFen} />
      </View>
    ))}
    <View className="step step--last">
      <Text className="step__text">可用于家人共济</Text>
      <Amount fen={resultFen} />
    </View>
  </View>
);
