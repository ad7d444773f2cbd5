import { INVITATION } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { checkFace } from '@/shared/platform/facial';
import { tellSimulatedFace } from '@/shared/session/simulated-face';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';

const FACE = INVITATION.face;

type Stage = 'ready' | 'failed' | 'unable' | 'unreachable';

/** Only that it passed is known here; the server asks WeChat itself before it believes it. */
export function FaceCheck({ onPassed }: { readonly onPassed: (faceCheckId: string) => void }) {
  const [stage, setStage] = useState<Stage>('ready');
  const [simulating, setSimulating] = useState<string | null>(null);
  const start = useWrite('startFaceCheck');

  const end = (outcome: 'passed' | Stage, faceCheckId: string) => {
    setSimulating(null);
    if (outcome === 'passed') onPassed(faceCheckId);
    else setStage(outcome);
  };
  const begin = async () => {
    setStage('ready');
    const outcome = await start.submit({ body: {} });
    if (outcome?.kind === 'unknown') setStage('unreachable');
    if (outcome?.kind !== 'done') return;
    const { faceCheckId, simulated } = outcome.answer;
    if (simulated) setSimulating(faceCheckId);
    else end(await checkFace(faceCheckId), faceCheckId);
  };
  const simulate = async (faceCheckId: string, passed: boolean) => {
    const heard = await tellSimulatedFace(faceCheckId, passed);
    end(heard ? (passed ? 'passed' : 'failed') : 'unreachable', faceCheckId);
  };

  if (simulating !== null) return <Simulated onEnd={(passed) => void simulate(simulating, passed)} />;
  return (
    <View className="stack">
      <Notice tone="info" title={say(FACE.title)}>
        {say(FACE.text)}
      </Notice>
      {start.state.kind === 'refused' && <Refused refusal={start.state.refusal} />}
      {stage === 'unreachable' && <Unreachable />}
      {stage === 'failed' && <Failed />}
      {stage === 'unable' && <Unable />}
      <Button icon="scan" busyText={start.busy && say(FACE.opening)} onTap={() => void begin()}>
        {say(stage === 'ready' ? FACE.start : FACE.again)}
      </Button>
    </View>
  );
}

const Simulated = ({ onEnd }: { readonly onEnd: (passed: boolean) => void }) => (
  <View className="stack">
    <Notice tone="warn" title={say(FACE.simulated)} urgent>
      {say(FACE.simulatedText)}
    </Notice>
    <Button onTap={() => onEnd(true)}>{say(FACE.simulatePass)}</Button>
    <Button kind="plain" onTap={() => onEnd(false)}>
      {say(FACE.simulateFail)}
    </Button>
  </View>
);

const Failed = () => (
  <Notice tone="warn" title={say(FACE.failed)} urgent>
    <Text className="notice__text">{say(FACE.failedText)}</Text>
    <Text className="notice__text">{say(FACE.counter)}</Text>
  </Notice>
);

const Unable = () => (
  <Notice tone="warn" title={say(FACE.unable)} urgent>
    <Text className="notice__text">{say(FACE.unableText)}</Text>
    <Text className="notice__text">{say(FACE.counter)}</Text>
  </Notice>
);
