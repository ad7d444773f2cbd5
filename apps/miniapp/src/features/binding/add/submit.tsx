import { View } from '@tarojs/components';
import { Button } from '@/shared/ui/button';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { CheckedAnswers, Mends } from './checked-answers';
import type { AddRelative } from './use-add-relative';

/** Sends it. A refusal keeps everything and says what was looked at; no answer sends the same again, never another one. */
export function Submit({ form }: { readonly form: AddRelative }) {
  const { state, draft, submit, subject } = form;
  if (state.kind === 'unknown') {
    return (
      <Unknown
        reference={state.reference}
        text="网络没有回应，办理可能已经成功。再次提交同一办理不会重复。"
        button="再次提交并查看结果"
        onTap={submit}
      />
    );
  }
  return (
    <View className="stack">
      {state.kind === 'refused' && (
        <View>
          <Refused refusal={state.refusal} />
          <Mends form={form} codes={[state.refusal.code]} />
          <CheckedAnswers form={form} title="查了哪些" />
        </View>
      )}
      <Button off={draft.signature === ''} busyText={state.kind === 'submitting' && '正在提交…'} onTap={submit}>
        {subject.kind === 'new' ? '签名并提交绑定' : '签名并打开'}
      </Button>
    </View>
  );
}
