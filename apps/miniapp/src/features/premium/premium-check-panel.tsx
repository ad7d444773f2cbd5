import type { PaymentView, QuoteView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { dayText } from '@/shared/text/moment';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { LegList } from '@/shared/ui/leg-list';
import { Skeleton, Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import { Person } from '@/shared/ui/person-badge';
import { FoldedRules } from '@/shared/ui/rule-list';
import { Timeline } from '@/shared/ui/timeline';
import { ASSUMED_TEXT, windowText } from './premium-text';
import { UnknownPayment } from './unknown-payment';
import { type PremiumCheck, usePremiumCheck } from './use-premium-check';

interface Props {
  readonly personId: string;
  readonly year: number;
  readonly onPaid: (payment: PaymentView) => void;
  readonly onChange: () => void;
}

/** Everything that will happen, before the one button that makes it happen. */
export function PremiumCheckPanel({ personId, year, onPaid, onChange }: Props) {
  const check = usePremiumCheck(personId, year, onPaid);
  const { quote, payment, requote, pay } = check;
  if (quote.kind === 'loading') return <Skeleton cards={3} />;
  if (quote.kind !== 'ok') {
    return (
      <View className="stack">
        {quote.kind === 'refused' ? <Refused refusal={quote.refusal} /> : <Unreachable />}
        <Button kind="plain" icon="refresh" onTap={requote}>
          重新查看
        </Button>
        <Button kind="text" onTap={onChange}>
          返回代缴
        </Button>
      </View>
    );
  }
  if (payment.kind === 'unknown') {
    return <UnknownPayment personId={personId} year={year} reference={payment.reference} onFound={onPaid} onSendAgain={pay} />;
  }
  return (
    <View>
      <QuoteFacts quote={quote.quote} onChange={onChange} />
      <View className="section stack">
        <Pay check={check} quote={quote.quote} />
      </View>
    </View>
  );
}

const QuoteFacts = ({ quote, onChange }: { readonly quote: QuoteView; readonly onChange: () => void }) => {
  const { levy } = quote;
  return (
    <View>
      <Card>
        <Person
          personId={levy.person.personId}
          name={levy.person.maskedName}
          note={levy.person.maskedCertificate}
          end={
            <Button kind="text" inline onTap={onChange} label="更换家人">
              更换
            </Button>
          }
        />
        <Line name="缴费项目">{`${levy.year} 年度居民医保费`}</Line>
        <Line name="参保地">{levy.regionName}</Line>
        <Line name="人员类别">{levy.categoryText}</Line>
        <Line name="应缴金额">
          <Amount fen={levy.amountFen} />
        </Line>
        <Line name="集中缴费期">{windowText(levy)}</Line>
        {levy.amountAssumed && <Notice tone="warn">{ASSUMED_TEXT(levy.year)}</Notice>}
      </Card>
      <Section title="从谁的账户扣">
        <Card>
          <LegList legs={quote.legs} />
          <Line name="付后可共济余额">
            <Amount fen={quote.shareableAfterFen} />
          </Line>
        </Card>
      </Section>
      <Section title="待遇从什么时候开始">
        <Card>
          <Line name="开始日期">{dayText(quote.benefitStartsOn)}</Line>
          <Line name="等待期">{quote.waitingMonths === 0 ? '没有' : `${quote.waitingMonths} 个月`}</Line>
          <Text className="block muted">{quote.waitingText}</Text>
        </Card>
      </Section>
      <Section title="接下来会怎样">
        <Card>
          <Timeline steps={quote.whatHappens} />
          <Text className="block muted">{quote.clearingText}</Text>
          <Line name="可以作废到">{quote.voidableUntil === null ? '提交后不能作废' : `${dayText(quote.voidableUntil)}（含当天）`}</Line>
        </Card>
      </Section>
      {quote.rules.length > 0 && (
        <Section title="依据">
          <Card flush>
            <FoldedRules rules={quote.rules} of="这笔代缴" />
          </Card>
        </Section>
      )}
    </View>
  );
};

function Pay({ check, quote }: { readonly check: PremiumCheck; readonly quote: QuoteView }) {
  const { payment, expired, requote, pay } = check;
  const total = fenText(quote.levy.amountFen);
  const again = (
    <Button kind="plain" icon="refresh" onTap={requote}>
      重新查看金额
    </Button>
  );
  if (payment.kind === 'refused') {
    return (
      <View className="stack">
        <Refused refusal={payment.refusal} />
        {again}
      </View>
    );
  }
  if (expired) {
    return (
      <View className="stack">
        <Notice tone="warn" title="报价已过期" urgent>
          金额和扣款账户可能有变化，没有扣款。
        </Notice>
        {again}
      </View>
    );
  }
  return (
    <Button busyText={(payment.kind === 'submitting' || payment.kind === 'done') && '正在提交，请不要离开…'} onTap={pay}>
      {`从我的个人账户支付 ${total}`}
    </Button>
  );
}
