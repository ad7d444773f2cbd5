import type { BindingView, GrantView } from '@gongji/contract';
import { INVITATION } from '@gongji/texts';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { standingText, untilText } from './binding-text';

const CALM = INVITATION.calm;

const SENTENCES: Readonly<Record<GrantView['kind'], readonly string[]>> = {
  'show-code': [CALM.showCode, CALM.showCodeBill, CALM.showCodeNot],
  'share-funds': [CALM.shareFunds, CALM.shareFundsNot],
};

/** What a yes does, in sentences that one hears once and understands: only what waits for an answer. */
export function calmSentences({ grants, acceptBy }: Pick<BindingView, 'grants' | 'acceptBy'>): readonly string[] {
  const asked = grants.filter(({ state }) => state === 'proposed');
  const standing = standingText({ grants });
  const ends = new Set(asked.map(({ endsOn }) => untilText(endsOn)));
  return [
    ...asked.flatMap(({ kind }) => SENTENCES[kind]).map((sentence) => say(sentence)),
    ...[...ends].map((until) => say(CALM.until, { until })),
    ...(acceptBy === null ? [] : [say(CALM.answerBy, { moment: momentText(acceptBy) })]),
    standing === null ? say(CALM.decline) : say(CALM.standing, { grants: standing }),
  ];
}
