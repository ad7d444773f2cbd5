import type { DeductionPreview } from '@gongji/contract';
import { type Fen, fenText } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import type { WriteState } from '@/shared/bff/use-write';
import { roleOf } from '@/shared/platform/a11y';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { Card, Line, Section } from '@/shared/ui/card';
import { Skeleton, Unreachable } from '@/shared/ui/loaded';
import { Refused } from '@/shared/ui/outcome';
import { RuleList } from '@/shared/ui/rule-list';
import { PayerList } from './payer-list';

const PREVIEW = ACCOUNT.preview;

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
    <Section title={say(PREVIEW.shares, { amount: fenText(askedFen) })}>
      <Card>
        {legs.length === 0 ? <Text className="block">{say(PREVIEW.nobody)}</Text> : <PayerList legs={legs} />}
        <Line name={say(own ? PREVIEW.ownSum : PREVIEW.yourSum)}>
          <Amount fen={coveredFen} />
        </Line>
        <Line name={say(own ? PREVIEW.ownRest : PREVIEW.yourRest)}>
          <Amount fen={cashFen} />
        </Line>
        {!own && <Text className="block muted">{say(PREVIEW.hidden)}</Text>}
        <Text className="block muted">{say(PREVIEW.dryRun)}</Text>
      </Card>
    </Section>
    {orderRule !== null && (
      <Section title={say(PREVIEW.whyOrder)}>
        <Card flush>
          <RuleList rules={[orderRule]} />
        </Card>
      </Section>
    )}
  </View>
);
