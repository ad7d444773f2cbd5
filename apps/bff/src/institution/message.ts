import { FSI_TRANSACTIONS, fsiEnvelope, type FsiTransaction, type Infno } from '@gongji/contract';
import { answeredBefore, type KnownInstitution } from '@gongji/core';
import { AppError, INSTITUTION_KIND_TEXT, SHANGHAI_OFFSET_MS } from '@gongji/domain';
import type { AppDeps } from '../deps';
import { parse } from '../http/parse';
import { invalidRequest } from '../http/refused';
import { WINDOW_MS } from './signature';

/** One message of an institution that is known. */
export interface Message {
  readonly institution: KnownInstitution;
  readonly infno: Infno;
  readonly msgid: string;
  readonly input: unknown;
}

/** The headers are signed, the body is not: it must say the same institution and transaction as they do. */
export function readMessage(body: unknown, signed: Pick<Message, 'institution' | 'infno'>): Message {
  const { infno, msgid, fixmedins_code, input } = parse(fsiEnvelope, body, 'envelope');
  const { code } = signed.institution;
  if (infno !== signed.infno) throw invalidRequest('infno', '与请求的交易编号不一致');
  if (fixmedins_code !== code) throw invalidRequest('fixmedins_code', '不是本机构');
  if (!msgid.startsWith(code)) throw invalidRequest('msgid', '必须以本机构编号开头');
  return { ...signed, msgid, input };
}

/** A pharmacy's transactions are not a hospital's. Throws TRANSACTION_NOT_YOURS. */
export function requireKind({ kind }: KnownInstitution, infno: Infno): void {
  const { kinds }: FsiTransaction = FSI_TRANSACTIONS[infno];
  if (kinds.includes(kind)) return;
  throw new AppError('TRANSACTION_NOT_YOURS', { infno, kind: kinds.map((each) => INSTITUTION_KIND_TEXT[each]).join('、') });
}

/**
 * A message is carried out within half an hour of its number. What moves money is kept in the database by that number: the same message gets the same
 * answer however late it comes, and an old number that nothing was done under does nothing. Anything else is taken once; that alone rests on the
 * short-lived store, so that money is settled without it. Answers a function that makes the number usable again, for a message that was turned away unread.
 */
export async function takeOnce({ core, store }: AppDeps, { institution, infno, msgid }: Message): Promise<() => Promise<void>> {
  const { institutionId } = institution;
  const isKeyed = FSI_TRANSACTIONS[infno].again === 'keyed';
  const isFresh = Math.abs(timeOf(msgid) - core.now().getTime()) <= WINDOW_MS;
  if (!isFresh && !(isKeyed && (await answeredBefore(core, { actorId: institutionId, key: msgid }))))
    throw new AppError('MESSAGE_TIME_STALE');
  if (isKeyed) return async () => {};
  const key = `fsi:${institutionId}:${msgid}`;
  // A number half an hour ahead of our clock is good for an hour.
  if (!(await store.claim(key, 2 * WINDOW_MS))) throw new AppError('MESSAGE_REPLAYED');
  return () => store.remove(key);
}

const MSGID_TIME = /^.{12}(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/;

/** The second in Shanghai that a number was made. NaN, which is far from any time, where there is no such second. */
function timeOf(msgid: string): number {
  const [, year, month, day, hour, minute, second] = MSGID_TIME.exec(msgid) ?? [];
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const at = new Date(`${text}Z`);
  // 31 February would become 3 March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? at.getTime() - SHANGHAI_OFFSET_MS : Number.NaN;
}
