import type { AccountView } from '@gongji/contract';
import { fenText, ZERO } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { POT_TEXT } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { RuleList } from '@/shared/ui/rule-list';
import { FROZEN_NOTE, NO_ACCOUNT_TEXT } from './account-text';
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
          {account.frozenFen > ZERO && <Text className="block muted">{FROZEN_NOTE}</Text>}
          <Shareable account={account} />
        </Card>
      )}
    </Loaded>
  );
}

function Shareable({ account: { shareableFen, shareableText, shareableRule } }: { readonly account: AccountView }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="shareable">
      <View className="shareable__sum">
        <Text className="strong">可用于家人共济</Text>
        <Text className="shareable__amount">{fenText(shareableFen)}</Text>
      </View>
      <Text className="block muted">{shareableText}</Text>
      {shareableRule !== null && (
        <Button kind="text" inline icon="book" label={`${open ? '收起' : '查看'}依据：可用于家人共济`} onTap={() => setOpen(!open)}>
          {open ? '收起依据' : '依据'}
        </Button>
      )}
      {open && shareableRule !== null && <RuleList rules={[shareableRule]} />}
    </View>
  );
}
