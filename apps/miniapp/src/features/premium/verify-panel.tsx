import type { ReceiptCheck } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { PAYMENT, PREMIUM, RECEIPT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { canScan, scanCode } from '@/shared/platform/scan';
import { momentText } from '@/shared/text/moment';
import { numberText } from '@/shared/text/number-text';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field } from '@/shared/ui/field';
import { Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import { mayStillBePosted, STANDING_TONE } from './receipt-text';
import { HASH_FIELD, NUMBER_FIELD, type ReceiptChecking, useReceiptCheck } from './use-receipt-check';

/** For whoever holds the paper: no log-in, and never more than stands on it. */
export function VerifyPanel({ code }: { readonly code: string }) {
  const checking = useReceiptCheck(code);
  const { state } = checking;
  return (
    <View>
      {state.kind === 'done' && <Answer answer={state.answer} />}
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && <Unreachable />}
      <View className="section">
        <Form checking={checking} />
      </View>
    </View>
  );
}

function Form({ checking: { draft, errors, errorOf, state, change, check, take } }: { readonly checking: ReceiptChecking }) {
  const scan = () => void scanCode().then((scanned) => scanned !== undefined && take(scanned));
  return (
    <View>
      <ErrorSummary errors={errors} />
      <Card>
        <Field
          id={NUMBER_FIELD}
          label={say(PAYMENT.fact.number)}
          hint={say(RECEIPT.verify.numberHint)}
          error={errorOf(NUMBER_FIELD)}
          value={draft.number}
          maxLength={40}
          onChange={(number) => change({ number })}
        />
        <Field
          id={HASH_FIELD}
          label={say(RECEIPT.code.name)}
          hint={say(RECEIPT.verify.hashHint)}
          error={errorOf(HASH_FIELD)}
          value={draft.hash}
          maxLength={120}
          wraps
          onChange={(hash) => change({ hash })}
        />
      </Card>
      <View className="section stack">
        {canScan && (
          <Button icon="scan" onTap={scan} off={state.kind === 'submitting'}>
            {say(RECEIPT.verify.scan)}
          </Button>
        )}
        <Button kind={canScan ? 'plain' : 'primary'} onTap={check} busyText={state.kind === 'submitting' && say(RECEIPT.verify.checking)}>
          {say(RECEIPT.verify.check)}
        </Button>
      </View>
    </View>
  );
}

const TITLE: Readonly<Record<ReceiptCheck['standing'], string>> = {
  paid: RECEIPT.answer.true,
  posted: RECEIPT.answer.true,
  refunding: RECEIPT.answer.refunding,
  refunded: RECEIPT.answer.refunded,
  unknown: RECEIPT.answer.unknown,
};

const Answer = ({ answer: { standing, standingText, checkedAt, demo, receipt } }: { readonly answer: ReceiptCheck }) => (
  <View className="stack" aria-live="polite">
    <Result
      tone={STANDING_TONE[standing]}
      icon={STANDING_TONE[standing] === 'ok' ? 'check' : 'warn'}
      title={say(TITLE[standing])}
      text={say(receipt === null ? RECEIPT.answer.unknownText : standingText)}
    />
    {demo && <Notice tone="quiet">{say(RECEIPT.verify.demo)}</Notice>}
    {receipt !== null && (
      <Card>
        <Text className="block muted">{say(RECEIPT.verify.compare)}</Text>
        <Line name={say(PAYMENT.fact.amount)}>{fenText(receipt.amountFen)}</Line>
        <Line name={say(RECEIPT.fact.capitals)}>{receipt.amountInCapitals}</Line>
        <Line name={say(PAYMENT.fact.person)}>{receipt.personInitial}</Line>
        <Line name={say(PAYMENT.fact.region)}>{receipt.regionName}</Line>
        <Line name={say(PREMIUM.coverYear)}>{say(PREMIUM.year, { year: receipt.year })}</Line>
        <Line name={say(RECEIPT.fact.paidAt)}>{momentText(receipt.paidAt)}</Line>
        {mayStillBePosted({ standing, postedAt: receipt.postedAt }) && (
          <Line name={say(RECEIPT.fact.postedAt)}>
            {receipt.postedAt === null ? say(RECEIPT.fact.notPosted) : momentText(receipt.postedAt)}
          </Line>
        )}
        <Line name={say(PAYMENT.fact.number)}>{numberText(receipt.ourNumber)}</Line>
        <Line name={say(PAYMENT.fact.taxNumber)}>{numberText(receipt.taxNumber)}</Line>
        <Line name={say(RECEIPT.fact.checkedAt)}>{momentText(checkedAt)}</Line>
      </Card>
    )}
  </View>
);
