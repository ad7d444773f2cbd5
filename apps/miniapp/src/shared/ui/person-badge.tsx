import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';

const COLOURS = 6;
const given = new Map<string, number>();

/** By the person's id; where that colour is taken more often than others on this phone, the next one that is not. */
function colourOf(personId: string): number {
  const known = given.get(personId);
  if (known !== undefined) return known;
  const taken = Array.from({ length: COLOURS }, (_, colour) => [...given.values()].filter((each) => each === colour).length);
  const least = Math.min(...taken);
  let colour = [...personId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS;
  while (taken[colour] !== least) colour = (colour + 1) % COLOURS;
  given.set(personId, colour);
  return colour;
}

/** The person's colour as a ground for white text. */
export const personGround = (personId: string): string => `badge--${colourOf(personId)}`;

interface BadgeProps {
  /** null: somebody whom the service has not named yet. No colour then, since it would be another one afterwards. */
  readonly personId: string | null;
  readonly name: string;
}

/** What tells two apart stands in brackets, and is no part of the name. */
const lastLetter = (name: string): string => [...name.replace(/\s?[（(].*$/, '')].filter((letter) => letter !== '*').pop() ?? '*';

/** The same person has the same colour on every page; the name always stands beside it. Its last letter that is not hidden: a family shares the first one. */
export const PersonBadge = ({ personId, name }: BadgeProps) => (
  <View className={`badge ${personId === null ? 'badge--nobody' : personGround(personId)}`} aria-hidden="true">
    {lastLetter(name)}
  </View>
);

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
