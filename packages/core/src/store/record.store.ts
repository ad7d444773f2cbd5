import { type PlainDate, startOfDay } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import type { AuditAction } from '../texts/audit-texts';
import { insertRows } from './insert-rows';
import type { Reader, Tx } from './transaction';

export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'institution'; readonly id: string }
  | { readonly kind: 'job' };

/** Who did what to what. `action` names the step; reasons are codes, never free text about a person. */
export interface AuditLine {
  readonly holderId: string;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly subjectId: string;
  readonly reason?: string;
}

export async function writeAudit(tx: Tx, deps: CoreDeps, lines: readonly AuditLine[]): Promise<void> {
  const at = deps.now();
  const rows = lines.map(({ holderId, actor, action, subjectId, reason }) => ({
    holder_id: holderId,
    actor_kind: actor.kind,
    actor_id: actor.kind === 'job' ? null : actor.id,
    action,
    subject_id: subjectId,
    reason: reason ?? null,
    at,
  }));
  await insertRows(tx, 'audit_lines', { rows });
}

/** Which switch it was is the reason. */
export const findTermsChanges = (reader: Reader, subjectIds: readonly string[]) =>
  reader
    .selectFrom('audit_lines')
    .selectAll()
    .where('subject_id', '=', anyOf(subjectIds))
    .where('action', '=', 'terms-changed')
    .orderBy('id')
    .execute();

/** What a person is told: read in their inbox, and sent once the transaction stands. */
export interface Notice {
  readonly holderId: string;
  readonly topic: string;
  readonly title: string;
  readonly text: string;
  readonly subjectId: string;
}

export async function tell(tx: Tx, deps: CoreDeps, notices: readonly Notice[]): Promise<void> {
  const at = deps.now();
  const rows = notices.map(({ holderId, topic, title, text, subjectId }) => ({
    id: deps.newId(),
    holder_id: holderId,
    topic,
    title,
    text,
    subject_id: subjectId,
    at,
  }));
  await insertRows(tx, 'messages', { rows });
}

/** Whether somebody was told of this since the day in Shanghai began. */
export async function isToldSince(
  reader: Reader,
  { holderId, topic, day }: { readonly holderId: string; readonly topic: string; readonly day: PlainDate },
): Promise<boolean> {
  const query = reader.selectFrom('messages').select('id').where('holder_id', '=', holderId).where('topic', '=', topic);
  return (await query.where('at', '>=', startOfDay(day)).limit(1).executeTakeFirst()) !== undefined;
}

export async function forgetMessages(tx: Tx, holderId: string): Promise<void> {
  await tx.deleteFrom('messages').where('holder_id', '=', holderId).execute();
}
