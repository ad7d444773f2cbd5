import type { BindingList, Me } from '@gongji/contract';
import { ACCOUNT } from '@gongji/texts';
import { say } from '@/shared/text/say';
import { personName, relationText } from '@/shared/text/words';

export interface PreviewPerson {
  readonly personId: string;
  readonly name: string;
  readonly note: string;
}

/** Oneself, then the relatives for whom my account was opened; one whose grant is paused stays, because the preview says why nothing is taken. */
export function previewPeople(me: Me, list: BindingList | undefined): readonly PreviewPerson[] {
  const relatives = (list?.bindings ?? [])
    .filter(({ myRole, state }) => myRole === 'owner' && state !== 'ended')
    .filter(({ grants }) => grants.some(({ kind, state }) => kind === 'share-funds' && state !== 'ended'))
    .map((binding) => ({ personId: binding.other.personId, name: personName(binding.other), note: relationText(binding) }));
  return [{ personId: me.personId, name: me.name, note: say(ACCOUNT.preview.myself) }, ...relatives];
}
