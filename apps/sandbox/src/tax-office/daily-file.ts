import type { dailyFileAnswer, dailyFileLine, dailyFileRequest } from '@gongji/contract';
import { maskName, type PlainDate, plainDate, shanghaiDate, startOfDay } from '@gongji/domain';
import type { z } from 'zod';
import { type Application, postedOn } from './application';

/** Lines of a page: small, so that a demonstration has more than one. */
const PAGE = 200;

type Line = z.infer<typeof dailyFileLine>;
interface Moment {
  readonly state: Line['state'];
  readonly at: string;
}

/** Every application of a region of which something changed on a day, as it stood at the end of it, in the order of payment ids; the cursor is the last id. */
export function dailyFile(
  applications: Readonly<Record<string, Application>>,
  { date, regionCode, cursor }: z.infer<typeof dailyFileRequest>,
): z.infer<typeof dailyFileAnswer> {
  const lines = Object.entries(applications)
    .filter(([paymentId, found]) => found.regionCode === regionCode && (cursor === null || paymentId > cursor))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([paymentId, found]) => lineOf(paymentId, found, plainDate(date)));
  const page = lines.slice(0, PAGE);
  return { lines: page, nextCursor: lines.length > PAGE ? (page[PAGE - 1]?.paymentId ?? null) : null };
}

function lineOf(paymentId: string, found: Application, date: PlainDate): readonly Line[] {
  const last = momentsOf(found)
    .filter(({ at }) => shanghaiDate(new Date(at)) <= date)
    .at(-1);
  if (last === undefined || found.answer.state !== 'accepted' || shanghaiDate(new Date(last.at)) !== date) return [];
  const { certificateNumber, year, regionCode, amountFen, payer, acceptedAt } = found;
  const { taxNumber } = found.answer;
  const told = { paymentId, taxNumber, certificateNumber, year, regionCode, amountFen, payer: maskName(payer) };
  return [{ ...told, state: last.state, acceptedAt: acceptedAt ?? last.at, changedAt: last.at }];
}

/** What happened to it, oldest first. 已入库 happens by itself, at the first moment of its day. */
function momentsOf({ acceptedAt, voidedAt, paidAt, refundedAt }: Application): readonly Moment[] {
  const moments: Moment[] = [];
  if (acceptedAt !== null) moments.push({ state: 'accepted', at: acceptedAt });
  if (voidedAt !== null) moments.push({ state: 'voided', at: voidedAt });
  if (paidAt !== null) moments.push({ state: 'paid', at: paidAt }, { state: 'posted', at: startOfDay(postedOn(paidAt)).toISOString() });
  // What was given back before it reached the treasury does not reach it any more.
  if (refundedAt !== null) return [...moments.filter(({ at }) => at <= refundedAt), { state: 'refunded', at: refundedAt }];
  return moments;
}
