import type { BindingView, CheckResult, Explanation } from '@gongji/contract';
import { FUND_USE_TEXT, FUND_USES, type FundUse, isLive } from '@gongji/domain';
import { BINDING } from '@gongji/texts';
import { say } from '@/shared/text/say';
import { listText } from '@/shared/text/words';
import type { IconName } from '@/shared/ui/icon';
import type { Tone } from '@/shared/ui/notice';
import { grantNow, grantOf } from './binding-text';

/** One answer as it is shown: the word beside the question, and what is said beneath it without a tap. */
export interface Told {
  readonly explanation: Explanation;
  readonly word: { readonly text: string; readonly tone: Tone; readonly icon?: IconName };
  readonly obstacles: readonly CheckResult[];
}

/** Before binding there is no switch yet: the question is whether it can be arranged. */
export const tellBefore = (explanation: Explanation): Told => ({
  explanation,
  word: explanation.usable ? { text: say(BINDING.answer.possible), tone: 'ok' } : { text: say(BINDING.answer.impossible), tone: 'danger' },
  obstacles: obstaclesOf(explanation),
});

/** Red only where somebody wanted it and it does not work. What waits, is paused or was never asked for says so calmly; uses that say the same share one answer. */
export function tellBound(explanations: readonly Explanation[], binding: BindingView): readonly Told[] {
  const told = explanations.map((explanation) => tellOne(explanation, binding));
  return told
    .filter((each, index) => told.findIndex((other) => saysTheSame(other, each)) === index)
    .map((each) => ({
      ...each,
      explanation: joined(told.filter((other) => saysTheSame(other, each)).map(({ explanation }) => explanation)),
    }));
}

function tellOne(explanation: Explanation, binding: BindingView): Told {
  const obstacles = obstaclesOf(explanation);
  if (explanation.usable) return { explanation, word: { text: say(BINDING.answer.usable), tone: 'ok' }, obstacles };
  const grant = grantOf(binding, explanation.about === 'show-code' ? 'show-code' : 'share-funds');
  const unasked = obstacles.filter(({ code }) => NOT_ASKED_FOR.includes(code ?? ''));
  if (grant === undefined || !isLive(grant.state))
    return { explanation, word: { text: say(BINDING.answer.notOpen), tone: 'quiet', icon: 'off' }, obstacles: obstacles.slice(0, 1) };
  if (isUse(explanation) && unasked[0] !== undefined) {
    const text = unasked[0].code === 'use-not-ticked' ? say(BINDING.answer.notTicked) : say(BINDING.answer.notInRules);
    return { explanation, word: { text, tone: 'quiet', icon: 'off' }, obstacles: unasked };
  }
  if (grant.state === 'active') return { explanation, word: { text: say(BINDING.answer.unusable), tone: 'danger' }, obstacles };
  return { explanation, word: grantNow(grant), obstacles };
}

/** Nobody ticked it, or nobody can: then it stands in nobody's way. */
const NOT_ASKED_FOR: readonly string[] = ['use-not-ticked', 'BINDING_USE_NOT_ALLOWED'];

const obstaclesOf = ({ checks }: Explanation): readonly CheckResult[] => checks.filter(({ result }) => result === 'no');
const isUse = ({ about }: Explanation): boolean => FUND_USES.some((use) => use === about);
const saidOf = ({ word, obstacles }: Told): string => [word.text, ...obstacles.map(({ text }) => text)].join();
const saysTheSame = (one: Told, other: Told): boolean =>
  one === other || (isUse(one.explanation) && isUse(other.explanation) && !one.explanation.usable && saidOf(one) === saidOf(other));

/** One question for several uses; of the checks the longest list, which holds the others. */
function joined(explanations: readonly Explanation[]): Explanation {
  const [first, ...rest] = [...explanations] as [Explanation, ...Explanation[]];
  const others = rest.map(({ about }) => say(FUND_USE_TEXT[about as FundUse]));
  const longest = rest.reduce((most, each) => (each.checks.length > most.checks.length ? each : most), first);
  return { ...first, question: listText([say(first.question), ...others]), checks: longest.checks };
}
