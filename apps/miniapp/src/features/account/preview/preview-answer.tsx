import type { DeductionPreview } from '@gongji/contract';
import { type Fen, fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import type { WriteState } from '@/shared/bff/use-write';
import { roleOf } from '@/shared/platform/a11y';
import { Amount } from '@/shared/ui/amount';
import { Card, Line, Section } from '@/shared/ui/card';
import { LegList } from '@/shared/ui/leg-list';
import { Skeleton, Unreachable } from '@/shared/ui/loaded';
import { Refused } from '@/shared/ui/outcome';
import { RuleList } from '@/shared/ui/rule-list';

interface Props {
  readonly state: WriteState<DeductionPreview>;
  readonly askedFen: Fen;
}

export function PreviewAnswer({ state, askedFen }: Props) {
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
      return <Shares preview={state.answer} askedFen={askedFen} />;
  }
}

const Shares = ({
  preview: { legs, coveredFen, cashFen, orderRule },
  askedFen,
}: {
  readonly preview: DeductionPreview;
  readonly askedFen: Fen;
}) => (
  <View {...roleOf('status')}>
    <Section title={`付 ${fenText(askedFen)} 会这样扣`}>
      <Card>
        {legs.length === 0 ? <Text className="block">没有可以扣的个人账户。</Text> : <LegList legs={legs} />}
        <Line name="个人账户合计">
          <Amount fen={coveredFen} />
        </Line>
        <Line name="还要付现金">
          <Amount fen={cashFen} />
        </Line>
        <Text className="block muted">按从上到下的先后扣。这是试算，没有扣款；实际以结算时的余额和限额为准。</Text>
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
