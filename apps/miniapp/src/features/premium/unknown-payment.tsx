import type { PaymentView, QuoteView } from '@gongji/contract';
import { PAYMENT, PREMIUM } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { useInFront, useTick } from '@/shared/platform/lifecycle';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { forWhomText } from './payment-text';
import { findPayments } from './use-premium-check';

const LOOK_EVERY_MS = 3_000;
const LOOKS_BY_ITSELF = 10;

interface Props {
  readonly quotes: readonly QuoteView[];
  readonly year: number;
  readonly reference: string | null;
  readonly onFound: (payments: readonly PaymentView[]) => void;
  /** The same request under the same key: it cannot pay twice. */
  readonly onSendAgain: () => void;
  readonly onHistory: () => void;
}

/** Looks for the payments, and never starts another one. */
export function UnknownPayment({ quotes, year, reference, onFound, onSendAgain, onHistory }: Props) {
  const [looks, setLooks] = useState(0);
  const [reached, setReached] = useState(true);
  const [asked, setAsked] = useState(false);
  const looking = useRef(false);
  const inFront = useInFront();
  const people = quotes.map(({ levy }) => levy.person);
  const look = async () => {
    if (looking.current) return;
    looking.current = true;
    const payments = await findPayments(
      people.map(({ personId }) => personId),
      year,
    );
    looking.current = false;
    setLooks((count) => count + 1);
    setReached(payments !== undefined);
    if (payments !== undefined && payments.length > 0) onFound(payments);
  };
  const lookNow = async () => {
    setAsked(true);
    await look();
    setAsked(false);
  };
  const byItself = looks < LOOKS_BY_ITSELF;
  useTick(LOOK_EVERY_MS, byItself && inFront, () => void look());
  return (
    <View className="stack">
      <Notice tone="warn" title={say(PAYMENT.unknown.title)} urgent>
        <View className="notice__text">{forWhomText(quotes, year)}</View>
        <Text className="notice__text">
          {say(byItself ? PAYMENT.unknown.looking : reached ? PAYMENT.unknown.notFound : PAYMENT.unknown.notReached)}
        </Text>
        <SpokenCode code={null} reference={reference} />
      </Notice>
      <Button kind="plain" icon="refresh" busyText={asked && say(PAYMENT.unknown.lookingNow)} onTap={() => void lookNow()}>
        {say(PAYMENT.lookNow)}
      </Button>
      {!byItself && (
        <View className="stack">
          <Button kind="plain" onTap={onHistory}>
            {say(PREMIUM.act.records)}
          </Button>
          <Button kind="text" onTap={onSendAgain}>
            {say(PAYMENT.unknown.sendAgain)}
          </Button>
        </View>
      )}
    </View>
  );
}
