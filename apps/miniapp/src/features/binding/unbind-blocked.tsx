import type { BindingView, UnbindPreview } from '@gongji/contract';
import { INNER_PIECES, UNBIND } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useWrite } from '@/shared/bff/use-write';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import { RuleSource } from '@/shared/ui/rule-source';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { type GrantKind, grantTitle } from './binding-text';

interface Props {
  readonly preview: UnbindPreview;
  readonly binding: BindingView;
  readonly kind: GrantKind | null;
  readonly onOpenPayment: (paymentId: string) => void;
  readonly onCloseInstead: (kind: GrantKind) => void;
  readonly onLeave: () => void;
}

/** Why it cannot be ended now, by which rule, and what can be done instead. */
export const UnbindBlocked = ({ preview, onOpenPayment, ...instead }: Props) => (
  <View className="stack">
    <Notice tone="warn" title={say(preview.refusedText ?? UNBIND.blocked.title)} urgent>
      <Text className="notice__text">{preview.nextStep !== null && say(preview.nextStep)}</Text>
      <SpokenCode code={preview.refusedCode} />
    </Notice>
    {preview.rule !== null && <RuleSource rule={preview.rule} />}
    {preview.openPayments.map(({ paymentId, voidable }, index) => (
      <Button key={paymentId} kind={voidable ? 'primary' : 'plain'} onTap={() => onOpenPayment(paymentId)}>
        {paymentText({ voidable, place: preview.openPayments.length === 1 ? null : index + 1 })}
      </Button>
    ))}
    <Instead preview={preview} {...instead} />
  </View>
);

/** Promises no more than the payment's page can do. */
function paymentText({ voidable, place }: { readonly voidable: boolean; readonly place: number | null }): string {
  const { onePayment, payment, lookAtOne, lookAt } = UNBIND.blocked;
  if (place === null) return say(voidable ? onePayment : lookAtOne);
  return say(voidable ? payment : lookAt, { place });
}

/** Pausing stops every debit today. Only fund sharing is ever held back, so that what else is open can still be closed. */
function Instead({ preview, binding, kind, onCloseInstead, onLeave }: Omit<Props, 'onOpenPayment'>) {
  const { bindingId, refusedCode, openPayments } = preview;
  const pause = useWrite('pauseGrant');
  const { state } = pause;
  const funds = binding.grants.find((grant) => grant.kind === 'share-funds');
  const besidePayment = refusedCode === 'BINDING_HAS_OPEN_PAYMENT';
  const pausable = (besidePayment || refusedCode === 'BINDING_END_TOO_EARLY') && funds?.may.includes('pause') === true;
  const closable = kind === null ? binding.grants.filter((grant) => grant !== funds && grant.may.includes('close')) : [];
  const submit = () => void pause.submit({ path: { bindingId }, body: { kind: 'share-funds' } });

  if (state.kind === 'done') {
    return (
      <View className="stack">
        <Result tone="ok" icon="check" title={say(UNBIND.pause.done)} text={say(UNBIND.pause.afterwards)} />
        <Button onTap={onLeave}>{say(INNER_PIECES.toRelatives)}</Button>
      </View>
    );
  }
  return (
    <View className="stack">
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && (
        <Unknown reference={state.reference} text={say(UNBIND.pause.unknown)} button={say(INNER_PIECES.confirm.again)} onTap={submit} />
      )}
      {pausable && state.kind !== 'unknown' && (
        <View>
          <Button
            kind={openPayments.some(({ voidable }) => voidable) ? 'plain' : 'primary'}
            busyText={pause.busy && say(UNBIND.pause.doing)}
            onTap={submit}
          >
            {say(UNBIND.pause.act)}
          </Button>
          {besidePayment && <Text className="block muted center">{say(UNBIND.pause.besidePayment)}</Text>}
        </View>
      )}
      {closable.map((grant) => (
        <Button key={grant.kind} kind="plain" off={pause.busy} onTap={() => onCloseInstead(grant.kind)}>
          {say(UNBIND.blocked.closeOnly, { what: grantTitle(binding.myRole, grant.kind) })}
        </Button>
      ))}
      <Button kind="text" off={pause.busy} onTap={onLeave}>
        {say(INNER_PIECES.toRelatives)}
      </Button>
    </View>
  );
}
