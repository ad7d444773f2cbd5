import type { BindingView } from '@gongji/contract';
import { checkCertificate, checkName, maskCertificate, maskName, type PlainDate } from '@gongji/domain';
import { ADD_RELATIVE, INNER_PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import type { Draft } from './draft';
import type { AddRelative } from './use-add-relative';

/**
 * Whom I have bound or invited and who looks like the one filled in. Compared on the phone with what my own list shows of them, so that nothing is asked about
 * anybody; masked, two may look alike, so that it is said and stops nobody.
 */
function lookAlike(draft: Draft, bindings: readonly BindingView[], today: PlainDate): BindingView | undefined {
  const name = checkName(draft.name, draft.certificateKind);
  const certificate = checkCertificate({ kind: draft.certificateKind, number: draft.certificateNumber }, today);
  if (!name.ok || !certificate.ok) return undefined;
  const [maskedName, maskedCertificate] = [maskName(name.value), maskCertificate(certificate.value.number)];
  return bindings.find(
    ({ myRole, state, other }) =>
      myRole === 'owner' && state !== 'ended' && other.maskedName === maskedName && other.maskedCertificate === maskedCertificate,
  );
}

const useLookAlike = ({ draft, asked }: AddRelative): BindingView | undefined =>
  lookAlike(draft, useRead('bindings').answer?.bindings ?? [], asked.today);

/** As soon as name and number are typed, with the way to that relative. */
export function AlreadyBound({ form }: { readonly form: AddRelative }) {
  const found = useLookAlike(form);
  // What was sent and not answered may be the very binding that is found.
  if (found === undefined || form.unanswered) return null;
  const name = personName(found.other);
  const { maskedCertificate: certificate } = found.other;
  const words = ADD_RELATIVE.already;
  return (
    <View className="field">
      <Notice tone="warn" title={say(found.state === 'proposed' ? words.invited : words.bound)} urgent>
        <Text className="block">{say(words.text, { name, certificate })}</Text>
      </Notice>
      <View className="card__notice">
        <Button kind="plain" onTap={() => form.onOpen(found.bindingId)}>
          {say(words.look, { name })}
        </Button>
      </View>
    </View>
  );
}

/** Where the service has said that it would be the second binding of the two. */
export function ToAlreadyBound({ form }: { readonly form: AddRelative }) {
  const found = useLookAlike(form);
  return (
    <View className="card__notice">
      {found === undefined ? (
        <Button kind="plain" onTap={form.onLeave}>
          {say(INNER_PIECES.toRelatives)}
        </Button>
      ) : (
        <Button kind="plain" onTap={() => form.onOpen(found.bindingId)}>
          {say(ADD_RELATIVE.already.look, { name: personName(found.other) })}
        </Button>
      )}
    </View>
  );
}
