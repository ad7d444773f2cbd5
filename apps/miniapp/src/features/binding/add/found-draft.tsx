import { View } from '@tarojs/components';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import type { AddRelative } from './use-add-relative';

interface Props {
  readonly form: AddRelative;
  readonly onLeave: () => void;
}

/** Begun before, perhaps for somebody else: what is still there, what has to be typed again and why, and the way to begin anew. */
export function FoundDraft({ form, onLeave }: Props) {
  const { found, foundAt, step, startOver, draft } = form;
  if (found === null || (found === 'draft' && step !== foundAt)) return null;
  const again = draft.certificateNumber === '' && step === 'person' ? '为安全起见，证件号码不保存在手机里，请重新填写。' : '';
  return (
    <View className="field stack">
      {found === 'sent' ? (
        <Notice tone="warn" title="上次提交后没有收到结果">
          {`可以先到亲情账户看看是否已经办成，也可以不作改动再提交一次：同一办理不会重复。${again}`}
        </Notice>
      ) : (
        <Notice tone="info" title={draft.name === '' ? '上次填写的内容还在' : `上次为${draft.name}填写的内容还在`}>
          {`可以接着办；要绑定另一位家人，请清空重填。${again}`}
        </Notice>
      )}
      {found === 'sent' && (
        <Button kind="plain" onTap={onLeave}>
          先看亲情账户
        </Button>
      )}
      <Button kind="text" inline onTap={startOver}>
        清空重填
      </Button>
    </View>
  );
}
