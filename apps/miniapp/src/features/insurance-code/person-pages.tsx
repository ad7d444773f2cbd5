import { INSURANCE_CODE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { moveTo } from '@/shared/platform/a11y';
import { useFlick, type Way } from '@/shared/platform/flick';
import { useConfirmedPeople } from '@/shared/session/use-confirmed-people';
import { say } from '@/shared/text/say';
import { ProxyBanner } from '@/shared/ui/proxy-banner';
import { PersonSwitch } from './person-switch';
import { ProxyConfirm } from './proxy-confirm';
import type { Showable } from './showable-people';

const BANNER_ID = 'proxy-banner';

interface Props {
  readonly meId: string;
  /** Oneself first, where one's own code can be shown. */
  readonly showable: readonly Showable[];
  readonly children: (person: Showable) => ReactNode;
}

/** People beside each other, by tap, flick or arrow key. Only the chosen one's code is asked for: each showing is written down. */
export function PersonPages({ meId, showable, children }: Props) {
  const [chosen, setChosen] = useState<Showable>();
  const stillThere = showable.find(({ personId }) => personId === chosen?.personId);
  // Who can no longer be shown stays chosen and is told why by the service: nobody's code comes up in place of another's.
  const people = chosen === undefined || stillThere ? showable : [...showable, chosen];
  const person = stillThere ?? chosen ?? people[0];
  const place = people.findIndex((each) => each === person);
  const [way, setWay] = useState<Way>('next');
  const confirmation = useConfirmedPeople(meId, person === undefined || person.own ? [] : [person.personId]);
  const choose = (next: Showable | undefined, towards: Way) => {
    if (next === undefined || next === person) return;
    setWay(towards);
    setChosen(next);
  };
  // The button stands below what has to be read first; whose code it is stands above the code.
  const confirm = () => {
    confirmation.confirm();
    moveTo(BANNER_ID);
  };
  const flick = useFlick((towards) => choose(people[place + (towards === 'next' ? 1 : -1)], towards));
  if (person === undefined) return null;
  return (
    <View className="stack">
      {people.length > 1 && (
        <PersonSwitch
          people={people}
          chosen={person}
          onChoose={(next) => choose(next, people.indexOf(next) > place ? 'next' : 'previous')}
        />
      )}
      {!person.own && !confirmation.needed && (
        <ProxyBanner id={BANNER_ID} people={[person]} text={say(INSURANCE_CODE.proxy.banner, { name: person.name })} />
      )}
      <View key={person.personId} className={`pages__page pages__page--${way}`} {...flick}>
        {confirmation.needed ? (
          <ProxyConfirm person={person} onConfirm={confirm} onBack={() => choose(people[0], 'previous')} />
        ) : (
          children(person)
        )}
      </View>
    </View>
  );
}
