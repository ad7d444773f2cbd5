import type { DeductionPreview } from '@gongji/contract';
import { type Fen, fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import type { WriteState } from '@/shared/bff/use-write';
import { roleOf } from '@/shared/platform/a11y';
import { Amount } from '@/shared/ui/amount';
import { Card, Line, Section } from '@/shared/ui/card';
import { Skeleton, Unreachable } from '@/shared/ui/loaded';
import { Refused } from '@/shared/ui/outcome';
import { RuleList } from '@/shared/ui/rule-list';
import { PayerList } from './payer-list';

interface Question {
  readonly askedFen: Fen;
  /** About one's own cost; for a relative only one's own account is seen. */
  readonly own: boolean;
}

interface Props extends Question {
  readonly state: WriteState<DeductionPreview>;
}

export function PreviewAnswer({ state, ...question }: Props) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'submitting':
      return <Skeleton cards={1} />;
    case 'refused':
      return <Refused refusal={state.refusal} />;
    // Nothing was to happen, so an answer that got lost may simply be asked for again.
    case 'unknown':
      return <Unreachable />;
    case 'done':
      return <Shares preview={state.answer} {...question} />;
  }
}

interface SharesProps extends Question {
  readonly preview: DeductionPreview;
}

const Shares = ({ preview: { legs, coveredFen, cashFen, orderRule }, askedFen, own }: SharesProps) => (
  <View {...roleOf('status')}>
    <Section title={`付 ${fenText(askedFen)} 会这样扣`}>
      <Card>
        {legs.length === 0 ? <Text className="block">没有可以扣的个人账户。</Text> : <PayerList legs={legs} />}
        <Line name={own ? '个人账户合计' : '您的账户付'}>
          <Amount fen={coveredFen} />
        </Line>
        <Line name={own ? '还要付现金' : '您的账户不付的部分'}>
          <Amount fen={cashFen} />
        </Line>
        {!own && <Text className="block muted">{PREVIEW_TEXT.hidden}</Text>}
        <Text className="block muted">{PREVIEW_TEXT.dryRun}</Text>
      </Card>
    </Section>
    {orderRule !== null && (
      <Section title="为什么按这个先后">
        <Card flush>
          <RuleList rules={[orderRule]} />
        </Card>
      </Section>
    )}
  </View>
);

const PREVIEW_TEXT = {
  hidden: '家人自己和其他共济人有多少余额，您看不到；结算时可能先扣那些账户。',
  dryRun: '按编号的先后扣。这是试算，没有扣款；实际以结算时的余额和限额为准。',
} as const;
