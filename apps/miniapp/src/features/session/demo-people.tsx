import type { SandboxPerson } from '@gongji/contract';
import { ageOn } from '@gongji/domain';
import { SESSION } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { tappable } from '@/shared/platform/a11y';
import { say } from '@/shared/text/say';
import { yearsOldText } from '@/shared/text/moment';
import { dotted, schemeText } from '@/shared/text/words';
import { Card, Section } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import { PersonBadge } from '@/shared/ui/person-badge';
import { serverToday } from '@/shared/session/session';
import { byFamily } from '@/shared/session/use-people';

interface Props {
  readonly people: readonly SandboxPerson[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

export const DemoPeople = ({ people, chosen, onChoose }: Props) => (
  <View>
    {byFamily(people).map(([family, members]) => (
      <Section key={family} title={say(family)}>
        <Card flush>
          {members.map((person) => (
            <DemoPerson key={person.key} person={person} busy={chosen === person.key} onTap={() => onChoose(person.key)} />
          ))}
        </Card>
      </Section>
    ))}
  </View>
);

interface PersonProps {
  readonly person: SandboxPerson;
  readonly busy: boolean;
  readonly onTap: () => void;
}

const DemoPerson = ({ person, busy, onTap }: PersonProps) => (
  <View className="taprow" hoverClass="button--hover" {...tappable(onTap)}>
    <PersonBadge personId={null} name={person.name} />
    <View className="person__words">
      <Text className="taprow__title">
        {dotted(person.name, yearsOldText(ageOn(person.birthDate, serverToday())), schemeText(person.scheme))}
      </Text>
      <Text className="taprow__note">{busy ? say(SESSION.loggingIn) : say(person.story)}</Text>
    </View>
    <View className="taprow__go" aria-hidden="true">
      <Icon name="go" />
    </View>
  </View>
);
