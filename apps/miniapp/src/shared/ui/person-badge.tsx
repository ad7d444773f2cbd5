import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { colourOf } from '../session/person-colour';
import { useSession } from '../session/session';

/** The person's colour as a ground for white text. */
export const personGround = (personId: string): string => `badge--${colourOf(personId)}`;

interface BadgeProps {
  /** null: somebody whom the service has not named yet. No colour then, since it would be another one afterwards. */
  readonly personId: string | null;
  readonly name: string;
}

/** What tells two apart stands in brackets, and is no part of the name. */
const lastLetter = (name: string): string => [...name.replace(/\s?[（(].*$/, '')].filter((letter) => letter !== '*').pop() ?? '*';

/** The same person has the same colour and letter on every page; the name always stands beside it. It is the last letter that is not masked, since a family shares the first. */
export function PersonBadge({ personId, name }: BadgeProps) {
  const { me } = useSession();
  // One's own name is masked on some pages, and would end in another letter there.
  const known = me !== null && me.personId === personId ? me.name : name;
  return (
    <View className={`badge ${personId === null ? 'badge--nobody' : personGround(personId)}`} aria-hidden="true">
      {lastLetter(known)}
    </View>
  );
}

interface Props extends BadgeProps {
  readonly note?: ReactNode;
  readonly end?: ReactNode;
}

/** A person: badge, name and what tells them apart. */
export const Person = ({ personId, name, note, end }: Props) => (
  <View className="person">
    <PersonBadge personId={personId} name={name} />
    <View className="person__words">
      <Text className="person__name">{name}</Text>
      {note !== undefined && <View className="muted">{note}</View>}
    </View>
    {end}
  </View>
);
