import type { SharedLimit } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { LIMIT } from '@gongji/texts';
import { say } from '@/shared/text/say';
import { capOf } from './add/draft';

/** Why this amount cannot be set; null: it can be tried. */
export function limitError(typed: string, { kind, limitFen, spentFen, mostFen }: SharedLimit): string | null {
  const wanted = capOf(typed);
  if (!wanted) return say(LIMIT.error.noAmount);
  if (wanted === limitFen) return say(LIMIT.error.same);
  if (wanted < spentFen) return say(LIMIT.error.belowSpent, { amount: fenText(spentFen) });
  if (kind === 'pool' && limitFen !== null && wanted < limitFen) return say(LIMIT.error.belowMoved, { amount: fenText(limitFen) });
  return mostFen !== null && wanted > mostFen ? say(LIMIT[kind].tooMuch, { amount: fenText(mostFen) }) : null;
}
