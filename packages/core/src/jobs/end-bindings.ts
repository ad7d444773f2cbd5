import { decideExpiry, shanghaiDate } from '@gongji/domain';
import { tellBothSides } from '../commands/tell-both-sides';
import type { CoreDeps } from '../deps';
import { findBinding, findDueBindingIds, lockBindings, type StoredBinding, stepBinding } from '../store/binding.store';
import { findOpenPayments } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';
import type { BindingAction } from '../texts/notices';

/** What the clock does to bindings: invitations that nobody answered, and grants past their last day. Each by itself, so that one does not hold up the rest. */
export async function endBindings(deps: CoreDeps): Promise<number> {
  const ids = await findDueBindingIds(deps.db, { now: deps.now(), today: shanghaiDate(deps.now()) });
  let ended = 0;
  for (const id of ids) ended += await inTransaction(deps.db, (tx) => endOne(tx, deps, id));
  return ended;
}

async function endOne(tx: Tx, deps: CoreDeps, id: string): Promise<number> {
  await lockBindings(tx, [id]);
  const invited = await findBinding(tx, id);
  if (invited === undefined) return 0;
  const expired = await expireInvitation(tx, deps, invited);
  const binding = await findBinding(tx, id);
  const ranOut = binding === undefined ? 0 : await endPastGrants(tx, deps, binding);
  return expired + ranOut;
}

async function expireInvitation(tx: Tx, deps: CoreDeps, binding: StoredBinding): Promise<number> {
  const decision = decideExpiry({ binding, acceptBy: binding.acceptBy, now: deps.now() });
  if (!decision.ok) return 0;
  await stepBinding(tx, deps, { binding, step: decision.value });
  await record(tx, deps, { binding, action: 'binding-expired' });
  return 1;
}

/** A grant ends after its last day; the binding ends with its last grant, unless a payment is still under way. */
async function endPastGrants(tx: Tx, deps: CoreDeps, binding: StoredBinding): Promise<number> {
  const today = shanghaiDate(deps.now());
  const isPast = (grant: StoredBinding['grants'][number]) => grant.state !== 'ended' && grant.endsOn !== null && grant.endsOn < today;
  const past = binding.grants.filter(isPast);
  if (past.length === 0) return 0;
  const rest = binding.grants.some((grant) => grant.state !== 'ended' && !isPast(grant));
  if (!rest && (await findOpenPayments(tx, [binding.id])).length > 0) return 0;
  const grants = past.map((grant) => ({ kind: grant.kind, state: 'ended' as const }));
  await stepBinding(tx, deps, { binding, step: { state: rest ? binding.state : 'ended', grants } });
  await record(tx, deps, { binding, action: 'binding-ran-out' });
  return 1;
}

async function record(
  tx: Tx,
  deps: CoreDeps,
  { binding, action }: { readonly binding: StoredBinding; readonly action: BindingAction },
): Promise<void> {
  await writeAudit(tx, deps, [{ holderId: binding.ownerId, actor: { kind: 'job' }, action, subjectId: binding.id }]);
  await tellBothSides(tx, deps, { binding, action });
}
