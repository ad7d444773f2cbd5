import type { Infno } from '@gongji/contract';
import { kindOf, AppError } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { RateLimit } from '../http/rate-limit';
import { type Message, takeOnce } from './message';
import { checkBenefit, decodeCode, tellPerson } from './patients';
import { reverse, settleCost, tellSplit, voidWhole } from './settlements';

export type Transaction = (message: Message) => Promise<unknown>;

/** Every transaction of the contract, by its number. */
export function transactions(deps: AppDeps, limit: RateLimit): (message: Message) => Promise<unknown> {
  const table: Readonly<Record<Infno, Transaction>> = {
    '6101': (message) => decodeCode(deps, limit, message),
    '1101': (message) => tellPerson(deps, message),
    '2001': (message) => checkBenefit(deps, message),
    '2101': (message) => tellSplit(deps, message),
    '2102': (message) => settleCost(deps, message),
    '2103': (message) => voidWhole(deps, message),
    '2206': (message) => tellSplit(deps, message),
    '2207': (message) => settleCost(deps, message),
    '2208': (message) => voidWhole(deps, message),
    '2601': (message) => reverse(deps, message),
  };
  return async (message) => {
    const forget = await takeOnce(deps, message);
    try {
      return await table[message.infno](message);
    } catch (thrown) {
      // Whoever was told to come back later comes back with the same message.
      if (thrown instanceof AppError && kindOf(thrown.code) === 'unavailable') await forget();
      throw thrown;
    }
  };
}
