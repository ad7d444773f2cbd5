import type { AccountEntry } from '@gongji/contract';
import { type Fen, fen, fenText, POT_TEXT, ZERO } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { say } from '@/shared/text/say';
import { dotted } from '@/shared/text/words';

/** What was newly frozen or released, in words; undefined where nothing was. */
export function frozenMoveText(frozenFen: Fen): string | undefined {
  if (frozenFen === ZERO) return undefined;
  return say(frozenFen > ZERO ? ACCOUNT.entries.frozen : ACCOUNT.entries.released, { amount: fenText(fen(Math.abs(frozenFen))) });
}

/** The pot after this entry. */
export function afterText({ pot, balanceAfterFen, frozenAfterFen }: AccountEntry): string {
  const after = { pot: say(POT_TEXT[pot]), balance: fenText(balanceAfterFen) };
  return frozenAfterFen > ZERO
    ? say(ACCOUNT.entries.afterFrozen, { ...after, frozen: fenText(frozenAfterFen) })
    : say(ACCOUNT.entries.after, after);
}

export const withWhomText = ({ forPerson, counterparty }: AccountEntry): string =>
  dotted(forPerson === null ? say(ACCOUNT.filter.own) : say(ACCOUNT.filter.forPerson, { name: say(forPerson) }), say(counterparty));

/** Of a month alone: its year is said beside it. */
export const monthName = (month: number): string => say(ACCOUNT.months[month as keyof typeof ACCOUNT.months]);
