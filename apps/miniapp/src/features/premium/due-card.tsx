import type { BindingView, LevyView } from '@gongji/contract';
import { type Fen, fenText } from '@gongji/domain';
import { PREMIUM } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { serverToday } from '@/shared/session/session';
import { yearsOldText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { dotted, personName, relationText } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { FoldedRules } from '@/shared/ui/rule-list';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { Tick } from '@/shared/ui/tick';
import { assumedText, LEVY_LOOK, payerText, windowStanding, windowText } from './premium-text';

/** Whether this relative is among those to be paid for in one go; null where nobody else can be paid for. */
interface Choice {
  readonly on: boolean;
  readonly toggle: (personId: string) => void;
}

interface Props {
  readonly binding: BindingView;
  readonly year: number;
  readonly choice: Choice | null;
  /** What can be paid here now; null: nothing. */
  readonly onDue: (personId: string, amountFen: Fen | null) => void;
  readonly onCheck: (personId: string) => void;
  /** The reader's own payment of it. */
  readonly onOpen: (paymentId: string) => void;
  /** Where the limits of this relative are. */
  readonly onBinding: () => void;
}

/** One relative: what is due, until when, who has paid already, why it cannot be paid now. */
export function DueCard({ binding, year, choice, onDue, onCheck, onOpen, onBinding }: Props) {
  const { personId } = binding.other;
  const name = personName(binding.other);
  const levy = useRead('levy', { query: { personId, year } });
  const dueFen = levy.answer !== undefined && isPayable(levy.answer) ? levy.answer.amountFen : null;
  useEffect(() => {
    onDue(personId, dueFen);
    return () => onDue(personId, null);
  }, [onDue, personId, dueFen]);
  return (
    <Card>
      <Person
        personId={personId}
        name={name}
        note={dotted(relationText(binding), yearsOldText(binding.other.age), binding.other.regionName)}
      />
      <View className="card__notice">
        <Loaded reading={levy} cards={1}>
          {(found) => (
            <View className="stack">
              <LevyFacts levy={found} />
              <LevyActs levy={found} name={name} choice={choice} onCheck={() => onCheck(personId)} onOpen={onOpen} onBinding={onBinding} />
            </View>
          )}
        </Loaded>
      </View>
    </Card>
  );
}

/** Refusals that the payer can mend where the limits are. */
const OVER_LIMITS: readonly string[] = ['PREMIUM_OVER_CAP', 'PREMIUM_OVER_SHARED_LIMIT'];

const isPayable = ({ refusedCode, state }: LevyView): boolean => refusedCode === null && state === 'due';

const LevyFacts = ({ levy }: { readonly levy: LevyView }) => {
  const standing = windowStanding(levy, serverToday());
  return (
    <View className="stack">
      <View>
        <Line name={say(PREMIUM.levy.owed, { year: levy.year })}>
          <Amount fen={levy.amountFen} />
        </Line>
        <Line name={say(PREMIUM.levy.state)}>
          <State {...LEVY_LOOK[levy.state]}>{say(LEVY_LOOK[levy.state].text)}</State>
        </Line>
        {levy.payer !== null && <Line name={say(PREMIUM.levy.payer)}>{payerText(levy)}</Line>}
        <Line name={say(PREMIUM.levy.window)}>{windowText(levy)}</Line>
        {levy.state === 'due' && standing !== null && <Line name={say(PREMIUM.levy.left)}>{standing}</Line>}
      </View>
      {levy.amountAssumed && levy.state === 'due' && <Notice tone="warn">{assumedText(levy.year)}</Notice>}
      {levy.refusedText !== null && (
        <Notice tone={levy.state === 'paid' ? 'ok' : 'info'} title={say(levy.refusedText)}>
          {levy.nextStep !== null && (
            <Text className="notice__text">{say(levy.ownPaymentId === null ? levy.nextStep : PREMIUM.act.ownRecord)}</Text>
          )}
          {levy.state === 'due' && <SpokenCode code={levy.refusedCode} />}
        </Notice>
      )}
      {levy.refusedText !== null && levy.state === 'due' && levy.rules.length > 0 && (
        <FoldedRules rules={levy.rules} of={personName(levy.person)} />
      )}
    </View>
  );
};

interface ActsProps extends Pick<Props, 'choice' | 'onOpen' | 'onBinding'> {
  readonly levy: LevyView;
  readonly name: string;
  readonly onCheck: () => void;
}

const LevyActs = ({ levy, name, choice, onCheck, onOpen, onBinding }: ActsProps) => {
  if (levy.state === 'applied' || levy.state === 'paid') {
    // Of one that is paid, what is said above names whose records have it.
    const { ownPaymentId } = levy;
    if (ownPaymentId === null) {
      return levy.state === 'paid' ? null : <Text className="block muted">{say(PREMIUM.act.othersRecord)}</Text>;
    }
    return (
      <Button kind="plain" label={say(PREMIUM.act.ownOf, { name })} onTap={() => onOpen(ownPaymentId)}>
        {say(PREMIUM.act.own)}
      </Button>
    );
  }
  if (levy.refusedCode !== null && OVER_LIMITS.includes(levy.refusedCode)) {
    return (
      <Button kind="plain" onTap={onBinding}>
        {say(PREMIUM.act.limits)}
      </Button>
    );
  }
  if (!isPayable(levy)) return null;
  return (
    <View className="stack">
      <Button onTap={onCheck} {...(choice === null ? {} : { kind: 'plain', label: say(PREMIUM.act.checkOf, { name }) })}>
        {say(PREMIUM.act.check)}
      </Button>
      {choice !== null && (
        <Tick
          on={choice.on}
          onTap={() => choice.toggle(levy.person.personId)}
          label={say(PREMIUM.act.together)}
          note={fenText(levy.amountFen)}
          spoken={say(PREMIUM.act.togetherOf, { name, sum: fenText(levy.amountFen) })}
        />
      )}
    </View>
  );
};
