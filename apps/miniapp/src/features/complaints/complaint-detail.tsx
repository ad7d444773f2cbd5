import type { ComplaintView } from '@gongji/contract';
import { COMPLAINTS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useShownWrite } from '@/shared/bff/use-shown-write';
import { dayText, momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { ComplaintState } from './complaint-state';
import './complaints.scss';

const { answer: ANSWER, facts: FACTS } = COMPLAINTS;

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
              <Notice tone="ok" title={say(FACTS.told)} urgent>
                {say(FACTS.toldText)}
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
    <Text className="block muted center">{say(FACTS.number)}</Text>
    {/* Digit by digit, as it is read out on the phone. */}
    <Text className="complaint__number" aria-label={say(FACTS.numberSpoken, { number: Array.from(complaint.number).join(' ') })}>
      {complaint.numberText}
    </Text>
    <View className="center">
      <ComplaintState complaint={complaint} />
    </View>
    <Line name={say(FACTS.kind)}>{say(complaint.kindText)}</Line>
    {complaint.about !== null && <Line name={say(FACTS.about)}>{say(complaint.about.text)}</Line>}
    <Line name={say(FACTS.writtenAt)}>{momentText(complaint.writtenAt)}</Line>
    {complaint.state === 'received' && <Line name={say(FACTS.answerBy)}>{answerByText(complaint)}</Line>}
    {complaint.reference !== null && <Line name={say(FACTS.reference)}>{complaint.reference.slice(0, 8)}</Line>}
    {complaint.phone !== null && <Line name={say(FACTS.phone)}>{complaint.phone}</Line>}
    {complaint.closedAt !== null && <Line name={say(FACTS.closedAt)}>{momentText(complaint.closedAt)}</Line>}
    <Text className="block complaint__text">{complaint.text}</Text>
  </Card>
);

function answerByText({ answerBy, provisional }: ComplaintView): string {
  const day = dayText(answerBy);
  return provisional ? say(FACTS.provisionalDay, { day }) : day;
}

const Answers = ({ complaint: { answers, overdue, promiseText, promiseNote, state } }: { readonly complaint: ComplaintView }) => (
  <Section title={say(ANSWER.part)}>
    {answers.map(({ at, text }) => (
      <Card key={at}>
        <Text className="block complaint__text">{text}</Text>
        <Text className="block muted">{momentText(at)}</Text>
      </Card>
    ))}
    {answers.length === 0 && state !== 'closed' && (
      <Card>
        <Text className="block strong">{say(overdue ? ANSWER.overdue : promiseText)}</Text>
        <State tone="warn">{say(ANSWER.provisional)}</State>
        <Text className="block muted">{say(overdue ? ANSWER.callUp : promiseNote)}</Text>
      </Card>
    )}
    {answers.length === 0 && state === 'closed' && <Card>{say(ANSWER.closedBefore)}</Card>}
  </Section>
);

function Close({ complaintId, onClosed }: { readonly complaintId: string; readonly onClosed: () => void }) {
  const { state, busy, submit, reset } = useShownWrite('closeComplaint');
  const close = async () => {
    const outcome = await submit({ path: { complaintId }, body: {} });
    if (outcome?.kind === 'done') onClosed();
  };
  const readAgain = () => {
    reset();
    onClosed();
  };
  return (
    <View className="section stack">
      {state.kind === 'refused' && <Refused refusal={state.refusal} alone />}
      {state.kind === 'unknown' && <Unknown reference={state.reference} button={say(COMPLAINTS.close.look)} onTap={readAgain} />}
      <Button kind="plain" busyText={busy && say(COMPLAINTS.close.closing)} onTap={() => void close()}>
        {say(COMPLAINTS.close.act)}
      </Button>
    </View>
  );
}
