import type { BindingList, BindingView, Me, PersonCard } from '@gongji/contract';
import { INSURANCE_CODE } from '@gongji/texts';
import { say } from '@/shared/text/say';

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
    name: toldApart(binding, shown),
    own: false,
    card: binding.other,
  }));
  return [{ personId: me.personId, name: me.name, own: true, card: me }, ...relatives];
}

/** A wife and a son may be masked alike, and the wrong code at a counter is another person's bill. */
function toldApart({ other: { maskedName: name, maskedCertificate }, relationText }: BindingView, shown: readonly BindingView[]): string {
  const alike = shown.filter(({ other }) => other.maskedName === name);
  if (alike.length < 2) return name;
  const isOnly = alike.filter((each) => each.relationText === relationText).length === 1;
  const mark = isOnly ? say(relationText) : say(INSURANCE_CODE.people.tail, { digits: maskedCertificate.slice(-2) });
  return say(INSURANCE_CODE.people.apart, { name, mark });
}
