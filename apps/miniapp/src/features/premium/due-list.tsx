import type { BindingView } from '@gongji/contract';
import { addFen, type Fen, fen, fenText } from '@gongji/domain';
import { PREMIUM, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { serverToday, useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { personName, relationText } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Empty } from '@/shared/ui/empty';
import { Loaded, UnreachableOnce } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { DueCard } from './due-card';
import { NoAccount } from './no-account';
import { premiumYears } from './premium-text';
import { payableRelatives } from './payable';

interface Props {
  readonly onCheck: (personIds: readonly string[], year: number) => void;
  readonly onBind: () => void;
  readonly onOpenBinding: (bindingId: string) => void;
  readonly onOpenPayment: (paymentId: string) => void;
}

type Chosen = ReadonlySet<string>;
type Due = ReadonlyMap<string, Fen>;
const NOBODY: Chosen = new Set();
const NOTHING: Due = new Map();

/** Each relative with what is due and until when; one alone, or several in one go. Without network that is said once, not in each card. */
export const DueList = (props: Props) => (
  <UnreachableOnce>
    <Relatives {...props} />
  </UnreachableOnce>
);

function Relatives({ onCheck, onBind, onOpenBinding, onOpenPayment }: Props) {
  const { hasAccount } = useMe();
  const bindings = useRead('bindings');
  const years = premiumYears(serverToday());
  const [year, setYear] = useState(years[0]);
  const [chosen, setChosen] = useState(NOBODY);
  const [due, setDue] = useState(NOTHING);
  const toggle = (personId: string) => setChosen(chosen.has(personId) ? without(chosen, personId) : new Set([...chosen, personId]));
  // This page stays where it is while one pays: who has been paid for is neither ticked nor counted any more.
  const learn = useCallback((personId: string, amountFen: Fen | null) => {
    setDue((before) => withDue(before, personId, amountFen));
    if (amountFen === null) setChosen((before) => without(before, personId));
  }, []);
  return (
    <Loaded reading={bindings} cards={3}>
      {(list) => {
        const relatives = payableRelatives(list);
        if (relatives.length === 0) return hasAccount ? <NobodyYet onBind={onBind} /> : <NoAccount year={years[0]} />;
        return (
          <View>
            <OneOf
              label={say(PREMIUM.coverYear)}
              grid="short"
              options={[...years].sort((a, b) => a - b).map((each) => ({ value: String(each), label: say(PREMIUM.year, { year: each }) }))}
              value={String(year)}
              onChange={(value) => {
                setYear(Number(value));
                setChosen(NOBODY);
              }}
            />
            <View className="section">
              {relatives.map(({ binding, obstacle }) =>
                obstacle === null ? (
                  <DueCard
                    key={`${binding.bindingId} ${year}`}
                    binding={binding}
                    year={year}
                    choice={due.size > 1 ? { on: chosen.has(binding.other.personId), toggle } : null}
                    onDue={learn}
                    onCheck={(personId) => onCheck([personId], year)}
                    onOpen={onOpenPayment}
                    onBinding={() => onOpenBinding(binding.bindingId)}
                  />
                ) : (
                  <ObstacleCard
                    key={binding.bindingId}
                    binding={binding}
                    obstacle={obstacle}
                    onOpen={() => onOpenBinding(binding.bindingId)}
                  />
                ),
              )}
            </View>
            <Together amounts={[...chosen].map((personId) => due.get(personId) ?? fen(0))} onCheck={() => onCheck([...chosen], year)} />
          </View>
        );
      }}
    </Loaded>
  );
}

const without = (chosen: Chosen, personId: string): Chosen =>
  chosen.has(personId) ? new Set([...chosen].filter((each) => each !== personId)) : chosen;

function withDue(due: Due, personId: string, amountFen: Fen | null): Due {
  const next = new Map(due);
  if (amountFen === null) next.delete(personId);
  else next.set(personId, amountFen);
  return next;
}

/** Those who were ticked, with the sum: nothing is paid by this. */
const Together = ({ amounts, onCheck }: { readonly amounts: readonly Fen[]; readonly onCheck: () => void }) => {
  if (amounts.length === 0) return null;
  return (
    <View className="section stack">
      <Button onTap={onCheck}>
        {say(PREMIUM.act.checkTogether, { people: amounts.length, sum: fenText(addFen(fen(0), ...amounts)) })}
      </Button>
      <Text className="block muted center">{say(PREMIUM.act.paidLater)}</Text>
    </View>
  );
};

const NobodyYet = ({ onBind }: { readonly onBind: () => void }) => (
  <Card>
    <Empty icon="pay" title={say(PREMIUM.nobody.title)} text={say(PREMIUM.nobody.text)}>
      <Button icon="plus" onTap={onBind}>
        {say(WORDS.bindRelative)}
      </Button>
    </Empty>
  </Card>
);

interface ObstacleProps {
  readonly binding: BindingView;
  readonly obstacle: string;
  readonly onOpen: () => void;
}

const ObstacleCard = ({ binding, obstacle, onOpen }: ObstacleProps) => (
  <Card>
    <View className="stack">
      <Person personId={binding.other.personId} name={personName(binding.other)} note={relationText(binding)} />
      <Notice tone="quiet" title={say(PREMIUM.obstacle.title)}>
        <Text className="notice__text">{say(obstacle)}</Text>
      </Notice>
      <Button kind="plain" onTap={onOpen}>
        {say(PREMIUM.obstacle.seeGrants)}
      </Button>
    </View>
  </Card>
);
