import type { ReceiptView } from '@gongji/contract';
import { fenText, POT_TEXT } from '@gongji/domain';
import { PAYMENT, PREMIUM, RECEIPT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { numberText } from '@/shared/text/number-text';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { benefitText } from './premium-text';
import { codeText, hashText } from './receipt-code';
import { ReceiptFiles } from './receipt-files';
import { mayStillBePosted, STANDING_TONE } from './receipt-text';

interface Props {
  readonly paymentId: string;
  readonly onVerify: (code: string) => void;
}

/** What the paper says, and the paper itself to keep. */
export function ReceiptPanel({ paymentId, onVerify }: Props) {
  const reading = useRead('receipt', { path: { paymentId } });
  return (
    <Loaded reading={reading} cards={3}>
      {(receipt) => (
        <View>
          <Facts receipt={receipt} />
          <View className="section">
            <ReceiptFiles paymentId={paymentId} ourNumber={receipt.ourNumber} />
          </View>
          <Code receipt={receipt} onVerify={() => onVerify(codeText({ number: receipt.ourNumber, hash: receipt.hash }))} />
        </View>
      )}
    </Loaded>
  );
}

const Facts = ({ receipt }: { readonly receipt: ReceiptView }) => (
  <View>
    <Card>
      <View className="center">
        <Text className="lead">{say(RECEIPT.paper.premium)}</Text>
        <Text className="block muted">{say(RECEIPT.paper.name)}</Text>
        <Amount fen={receipt.amountFen} huge />
        <Text className="block">{say(RECEIPT.paper.inWords, { words: receipt.amountInCapitals })}</Text>
        <State tone={STANDING_TONE[receipt.standing]}>{say(receipt.standingText)}</State>
      </View>
      <Line name={say(PAYMENT.fact.person)}>{personName({ maskedName: receipt.personName, mark: receipt.personMark })}</Line>
      <Line name={say(RECEIPT.fact.certificate)}>{receipt.personCertificate}</Line>
      <Line name={say(PAYMENT.fact.region)}>{receipt.regionName}</Line>
      <Line name={say(PREMIUM.coverYear)}>{say(PREMIUM.year, { year: receipt.year })}</Line>
      <Line name={say(PAYMENT.fact.category)}>{say(receipt.categoryText)}</Line>
      <Line name={say(PREMIUM.levy.payer)}>{receipt.payerName}</Line>
      {receipt.legs.map(({ payer, pot, amountFen }) => (
        <Line key={`${payer} ${pot}`} name={say(POT_TEXT[pot])}>
          {fenText(amountFen)}
        </Line>
      ))}
      <Line name={say(PAYMENT.fact.appliedAt)}>{momentText(receipt.appliedAt)}</Line>
      <Line name={say(RECEIPT.fact.paidAt)}>{momentText(receipt.paidAt)}</Line>
      {mayStillBePosted(receipt) && (
        <Line name={say(RECEIPT.fact.postedAt)}>
          {receipt.postedAt === null ? say(RECEIPT.fact.notPosted) : momentText(receipt.postedAt)}
        </Line>
      )}
      {receipt.refund === null && <Line name={say(PAYMENT.fact.benefits)}>{benefitText(receipt.year, receipt.benefitStartsOn)}</Line>}
      {receipt.refund !== null && receipt.refund.at !== null && (
        <Line name={say(RECEIPT.fact.refundedAt)}>{momentText(receipt.refund.at)}</Line>
      )}
      <Line name={say(PAYMENT.fact.number)}>{numberText(receipt.ourNumber)}</Line>
      <Line name={say(PAYMENT.fact.taxNumber)}>{numberText(receipt.taxNumber)}</Line>
      {receipt.refund !== null && receipt.refund.taxNumber !== null && (
        <Line name={say(RECEIPT.fact.refundNumber)}>{numberText(receipt.refund.taxNumber)}</Line>
      )}
    </Card>
  </View>
);

const Code = ({ receipt, onVerify }: { readonly receipt: ReceiptView; readonly onVerify: () => void }) => (
  <Section title={say(RECEIPT.code.name)}>
    <View className="stack">
      <Card>
        <Text className="block">{hashText(receipt.hash)}</Text>
        <Text className="block muted">{say(RECEIPT.code.text)}</Text>
        <Button kind="text" icon="scan" onTap={onVerify}>
          {say(RECEIPT.code.verify)}
        </Button>
      </Card>
      <Notice tone="info" title={say(RECEIPT.paper.notThisTitle)}>
        {say(RECEIPT.paper.notThis)}
      </Notice>
    </View>
  </Section>
);
