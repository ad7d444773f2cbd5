import { INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { arrowKeys, roleOf, showInRow, tabStop, tappable } from '@/shared/platform/a11y';
import { say } from '@/shared/text/say';
import { PersonBadge } from '@/shared/ui/person-badge';
import type { Showable } from './showable-people';

interface Props {
  readonly people: readonly Showable[];
  readonly chosen: Showable;
  readonly onChoose: (person: Showable) => void;
}

const idOf = ({ personId }: Showable): string => `people-${personId}`;

export function PersonSwitch({ people, chosen, onChoose }: Props) {
  const arrows = arrowKeys((step, group) => {
    const place = (people.indexOf(chosen) + step + people.length) % people.length;
    const next = people[place];
    if (next === undefined) return;
    onChoose(next);
    (group.children[place] as HTMLElement).focus();
  });
  useEffect(() => showInRow(idOf(chosen)), [chosen]);
  return (
    <View className="people" aria-label={say(INSURANCE_CODE.people.whose)} {...roleOf('radiogroup')} {...arrows}>
      {people.map((person) => (
        <View
          key={person.personId}
          id={idOf(person)}
          className={`people__one ${person === chosen ? 'people__one--on' : ''}`}
          aria-checked={person === chosen ? 'true' : 'false'}
          aria-label={say(person.own ? INSURANCE_CODE.people.mine : INSURANCE_CODE.of, { name: person.name })}
          {...tappable(() => onChoose(person), 'radio')}
          {...tabStop(person === chosen)}
        >
          <PersonBadge personId={person.personId} name={person.name} />
          <Text className="people__name">{person.own ? say(INSURANCE_CODE.people.me) : person.name}</Text>
        </View>
      ))}
    </View>
  );
}
