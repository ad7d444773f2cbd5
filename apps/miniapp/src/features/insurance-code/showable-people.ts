import type { BindingList, Me, PersonCard } from '@gongji/contract';

export interface Showable {
  readonly personId: string;
  readonly name: string;
  readonly own: boolean;
  readonly card: PersonCard;
}

/** Oneself first, then the relatives whose code I may show today. */
export function showablePeople(me: Me, list: BindingList | undefined): readonly Showable[] {
  const relatives = (list?.bindings ?? [])
    .filter(({ myRole, grants }) => myRole === 'owner' && grants.some(({ kind, state }) => kind === 'show-code' && state === 'active'))
    .map(({ other }) => ({ personId: other.personId, name: other.maskedName, own: false, card: other }));
  return [{ personId: me.personId, name: me.name, own: true, card: me }, ...relatives];
}
