import type { BindingList, Me, PersonCard } from '@gongji/contract';
import { personName } from '@/shared/text/words';

export interface Showable {
  readonly personId: string;
  readonly name: string;
  readonly own: boolean;
  readonly card: PersonCard;
}

/** Oneself first, then the relatives whose code I may show today. */
export function showablePeople(me: Me, list: BindingList | undefined): readonly Showable[] {
  const shown = (list?.bindings ?? []).filter(
    ({ myRole, grants }) => myRole === 'owner' && grants.some(({ kind, state }) => kind === 'show-code' && state === 'active'),
  );
  const relatives = shown.map((binding) => ({
    personId: binding.other.personId,
    name: personName(binding.other),
    own: false,
    card: binding.other,
  }));
  return [{ personId: me.personId, name: me.name, own: true, card: me }, ...relatives];
}
