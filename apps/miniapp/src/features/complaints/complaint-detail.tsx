import type { ComplaintView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useWrite } from '@/shared/bff/use-write';
import { dayText, momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { ComplaintState } from './complaint-state';
import './complaints.scss';

interface Props {
  readonly complaintId: string;
  /** It has just been written. */
  readonly justWritten: boolean;
}

/** The number first: it is what somebody reads out on the phone. */
export function ComplaintDetail({ complaintId, justWritten }: Props) {
  const reading = useRead('complaint', { path: { complaintId } });
  return (
    <Loaded reading={reading}>
      {(complaint) => (
        <View>
          {justWritten && (
            <View className="complaint__told">
              <Notice tone="ok" title="已收到，请记下编号" urgent>
                打电话或到窗口询问时报这个编号；也记在消息里。
              </Notice>
            </View>
          )}
          <Facts complaint={complaint} />
          <Answers complaint={complaint} />
          {complaint.mayClose && <Close complaintId={complaintId} onClosed={reading.reload} />}
        </View>
      )}
    </Loaded>
  );
}

const Facts = ({ complaint }: { readonly complaint: ComplaintView }) => (
  <Card>
    <Text className="block muted center">编号</Text>
    {/* Digit by digit, as it is read out on the phone. */}
    <Text className="complaint__number" aria-label={`编号 ${Array.from(complaint.number).join(' ')}`}>
      {complaint.numberText}
    </Text>
    <View className="center">
      <ComplaintState complaint={complaint} />
    </View>
    <Line name="类别">{complaint.kindText}</Line>
    {complaint.about !== null && <Line name="关于">{complaint.about.text}</Line>}
    <Line name="提交时间">{momentText(complaint.writtenAt)}</Line>
    {complaint.state === 'received' && (
      <Line name="最晚答复">{`${dayText(complaint.answerBy)}${complaint.provisional ? '（节假日安排未公布，暂定）' : ''}`}</Line>
    )}
    {complaint.reference !== null && <Line name="参考编号">{complaint.reference.slice(0, 8)}</Line>}
    {complaint.phone !== null && <Line name="回电号码">{complaint.phone}</Line>}
    {complaint.closedAt !== null && <Line name="结束时间">{momentText(complaint.closedAt)}</Line>}
    <Text className="block complaint__text">{complaint.text}</Text>
  </Card>
);

const Answers = ({ complaint: { answers, overdue, promiseText, promiseNote, state } }: { readonly complaint: ComplaintView }) => (
  <Section title="答复">
    {answers.map(({ at, text }) => (
      <Card key={at}>
        <Text className="block complaint__text">{text}</Text>
        <Text className="block muted">{momentText(at)}</Text>
      </Card>
    ))}
    {answers.length === 0 && state !== 'closed' && (
      <Card>
        <Text className="block strong">{overdue ? '还没有答复，已超过日期' : promiseText}</Text>
        <State tone="warn">暂定</State>
        <Text className="block muted">{overdue ? '请拨打 12393，报上面的编号催办。' : promiseNote}</Text>
      </Card>
    )}
    {answers.length === 0 && state === 'closed' && <Card>您在答复之前结束了这一条。</Card>}
  </Section>
);

function Close({ complaintId, onClosed }: { readonly complaintId: string; readonly onClosed: () => void }) {
  const { state, busy, submit } = useWrite('closeComplaint');
  const close = async () => {
    const outcome = await submit({ path: { complaintId }, body: {} });
    if (outcome?.kind === 'done') onClosed();
  };
  return (
    <View className="section stack">
      {state.kind === 'refused' && <Refused refusal={state.refusal} alone />}
      {state.kind === 'unknown' && <Unknown reference={state.reference} button="查看现在的情况" onTap={onClosed} />}
      <Button kind="plain" busyText={busy && '正在结束…'} onTap={() => void close()}>
        不再需要，结束这一条
      </Button>
    </View>
  );
}
