import type { UnbindPreview } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useWrite } from '@/shared/bff/use-write';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import { RuleSource } from '@/shared/ui/rule-source';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { type GrantKind, grantTitle } from './binding-text';

interface Props {
  readonly preview: UnbindPreview;
  readonly kind: GrantKind | null;
  readonly onOpenPayment: (paymentId: string) => void;
  readonly onCloseInstead: (kind: GrantKind) => void;
  readonly onLeave: () => void;
}

/** Why it cannot be ended now, by which rule, and what can be done instead. */
export const UnbindBlocked = ({ preview, kind, onOpenPayment, onCloseInstead, onLeave }: Props) => (
  <View className="stack">
    <Notice tone="warn" title={preview.refusedText ?? '现在不能办理。'} urgent>
      <Text className="notice__text">{preview.nextStep}</Text>
      <SpokenCode code={preview.refusedCode} />
    </Notice>
    {preview.rule !== null && <RuleSource rule={preview.rule} />}
    {preview.openPaymentIds.map((paymentId, index) => (
      <Button key={paymentId} onTap={() => onOpenPayment(paymentId)}>
        {preview.openPaymentIds.length === 1 ? '查看并作废这笔代缴' : `查看并作废第 ${index + 1} 笔代缴`}
      </Button>
    ))}
    <Instead preview={preview} kind={kind} onCloseInstead={onCloseInstead} onLeave={onLeave} />
  </View>
);

/** Pausing stops every debit today. Only fund sharing is ever held back, so that what else is open can still be closed. */
function Instead({ preview, kind, onCloseInstead, onLeave }: Omit<Props, 'onOpenPayment'>) {
  const { bindingId, refusedCode } = preview;
  const reading = useRead('binding', { path: { bindingId } });
  const pause = useWrite('pauseGrant');
  const { state } = pause;
  const binding = reading.answer;
  const funds = binding?.grants.find((grant) => grant.kind === 'share-funds');
  const pausable = refusedCode === 'BINDING_END_TOO_EARLY' && funds?.may.includes('pause') === true;
  const closable = kind === null ? (binding?.grants ?? []).filter((grant) => grant !== funds && grant.may.includes('close')) : [];
  const submit = () => void pause.submit({ path: { bindingId }, body: { kind: 'share-funds' } });

  if (state.kind === 'done') {
    return (
      <View className="stack">
        <Result tone="ok" icon="check" title="已暂停" text="从现在起不会再有扣款，随时可以恢复。" />
        <Button onTap={onLeave}>返回亲情账户</Button>
      </View>
    );
  }
  return (
    <View className="stack">
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && (
        <Unknown
          reference={state.reference}
          text="网络没有回应，暂停可能已经成功。再次提交同一办理不会重复。"
          button="再次提交并查看结果"
          onTap={submit}
        />
      )}
      {pausable && state.kind !== 'unknown' && (
        <Button busyText={pause.busy && '正在暂停…'} onTap={submit}>
          先暂停，不再扣款
        </Button>
      )}
      {binding !== undefined &&
        closable.map((grant) => (
          <Button key={grant.kind} kind="plain" off={pause.busy} onTap={() => onCloseInstead(grant.kind)}>
            {`只关闭“${grantTitle(binding.myRole, grant.kind)}”`}
          </Button>
        ))}
    </View>
  );
}
