import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import type { Refusal } from '../bff/outcome';
import { say } from '../text/say';
import { Button } from './button';
import { Notice } from './notice';
import { ReportProblem } from './report-problem';
import { SpokenCode } from './spoken-code';

interface RefusedProps {
  readonly refusal: Refusal;
  /** Without a way to report it: on the page that reports. */
  readonly alone?: boolean;
}

/** What happened and why, what to do, two numbers to read out on the phone, and the way to report it. */
export const Refused = ({ refusal, alone = false }: RefusedProps) => (
  <Notice tone="danger" title={say(refusal.text)} urgent>
    <Text className="notice__text">{say(refusal.nextStep)}</Text>
    <SpokenCode code={refusal.code} reference={refusal.requestId} />
    {!alone && <ReportProblem reference={refusal.requestId} errorCode={refusal.code} />}
  </Notice>
);

interface UnknownProps {
  readonly reference: string | null;
  readonly text?: string;
  readonly button: string;
  readonly onTap: () => void;
  readonly busyText?: string | false;
}

/** No answer came: it says neither that it failed nor that it worked. */
export const Unknown = ({ reference, text = say(PIECES.unknown.text), button, onTap, busyText = false }: UnknownProps) => (
  <View className="stack">
    <Notice tone="warn" title={say(PIECES.unknown.title)} urgent>
      <Text className="notice__text">{text}</Text>
      <SpokenCode code={null} reference={reference} />
      <ReportProblem reference={reference} />
    </Notice>
    <Button kind="plain" icon="refresh" onTap={onTap} busyText={busyText}>
      {button}
    </Button>
  </View>
);
