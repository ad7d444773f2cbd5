import { INSURANCE_CODE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { CodeCard } from './code-card';
import { FamilyWays } from './family-ways';
import { PersonPages } from './person-pages';
import { showablePeople } from './showable-people';
import './code.scss';

/** Own code at once; relatives' codes beside it. */
export function CodePanel({ startWith }: { readonly startWith?: string | undefined }) {
  const me = useMe();
  const list = useRead('bindings').answer;
  const people = showablePeople(me, list);
  const bound = list?.bindings.some(({ myRole, state }) => myRole === 'owner' && state !== 'ended') === true;
  const [chosenId, setChosenId] = useState(startWith ?? me.personId);
  return (
    <View>
      <PersonPages meId={me.personId} people={people} chosenId={chosenId} onChoose={setChosenId}>
        {(person) => (
          <View>
            <CodeCard person={person} meId={me.personId} />
            <View className="law">{say(INSURANCE_CODE.law)}</View>
          </View>
        )}
      </PersonPages>
      <FamilyWays bound={bound} />
    </View>
  );
}
