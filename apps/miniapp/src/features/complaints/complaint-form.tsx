import { COMPLAINT_RULE, COMPLAINT_TEXT_BOUNDS } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field, FieldFrame } from '@/shared/ui/field';
import { LongField } from '@/shared/ui/long-field';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Switch } from '@/shared/ui/switch';
import { AboutChoice } from './about-choice';
import { KIND_OPTIONS, type KnownBefore } from './complaint-draft';
import { type ComplaintForm as Form, useComplaintForm } from './use-complaint-form';

interface Props {
  readonly known: KnownBefore;
  readonly onWritten: (complaintId: string) => void;
  readonly onList: () => void;
}

/** What happened, about what, and whether to be called back. Everything typed stays until the number is there. */
export function ComplaintForm({ known, onWritten, onList }: Props) {
  const form = useComplaintForm(known, onWritten);
  const { draft, errors, state, busy, change } = form;
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.text;
  return (
    <View className="stack">
      <Found form={form} />
      <ErrorSummary errors={errors} />
      <FieldFrame id="kind" label="反映哪方面的问题" error={errorOf('kind')}>
        <OneOf grid label="反映哪方面的问题" options={KIND_OPTIONS} value={draft.kind} onChange={(kind) => change({ kind })} />
      </FieldFrame>
      <LongField
        id="text"
        label="请写明情况"
        hint="时间、地点、金额。请不要写证件号码和银行卡号。"
        error={errorOf('text')}
        value={draft.text}
        maxLength={COMPLAINT_TEXT_BOUNDS.most}
        onChange={(text) => change({ text })}
      />
      <AboutChoice about={draft.about} onChange={(about) => change({ about })} />
      {(draft.reference !== null || draft.errorCode !== null) && (
        <Card>
          <Line name="一起提交的参考编号">{[draft.errorCode, draft.reference?.slice(0, 8)].filter(Boolean).join(' · ')}</Line>
        </Card>
      )}
      <Card>
        <Switch label="需要回电" note="不需要也会在消息里答复" on={draft.wantsCall} onChange={(wantsCall) => change({ wantsCall })} />
        {draft.wantsCall && (
          <Field
            id="phone"
            label="回电号码"
            error={errorOf('phone')}
            type="number"
            value={draft.phone}
            maxLength={20}
            onChange={(phone) => change({ phone })}
          />
        )}
      </Card>
      {state.kind === 'refused' && <Refused refusal={state.refusal} alone />}
      {state.kind === 'unknown' && (
        <Unknown
          reference={state.reference}
          text="网络没有回应，可能已经收到。请先看看列表里有没有；内容还在，不作改动再提交一次也不会重复。"
          button="查看我的投诉建议"
          onTap={onList}
        />
      )}
      <Button busyText={busy && '正在提交…'} onTap={form.submit}>
        {state.kind === 'unknown' ? '再提交一次（不会重复）' : '提交并取得编号'}
      </Button>
      <Text className="block muted">{`收到后 ${COMPLAINT_RULE.answerWithin} 个工作日内答复。${COMPLAINT_RULE.note}急事请拨打 12393。`}</Text>
    </View>
  );
}

const Found = ({ form: { found, startOver } }: { readonly form: Form }) =>
  found ? (
    <View>
      <Notice tone="info" title="上次写的内容还在">
        可以接着写，也可以清空重写。
      </Notice>
      <Button kind="text" inline onTap={startOver}>
        清空重写
      </Button>
    </View>
  ) : null;
