import { type Binding, type BindingPlan, type BindingStep, type Fen, type Grant, type PlainDate, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { BindingRow, GrantRow } from './tables';
import type { Reader, Tx } from './transaction';

/** The domain's binding with what only the screens and the clock need. */
export interface StoredBinding extends Binding {
  readonly createdAt: Date;
  readonly acceptBy: Date | null;
}

/** Locked in the order of ids, before levies, codes, accounts and the request key. What is read afterwards is as of the lock. */
export async function lockBindings(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .selectFrom('bindings')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Every live binding on which somebody might pay for these people: locked, so that none ends while money moves. */
export async function lockBindingsOfRelatives(tx: Tx, relativeIds: readonly string[]): Promise<readonly string[]> {
  if (relativeIds.length === 0) return [];
  return (await liveOfRelatives(tx, relativeIds).orderBy('id').forNoKeyUpdate().execute()).map((row) => row.id);
}

/** In the order of deduction: who bound first pays first. */
export async function findBindingsOfRelatives(reader: Reader, relativeIds: readonly string[]): Promise<readonly StoredBinding[]> {
  if (relativeIds.length === 0) return [];
  return asBound(await withGrants(reader, await liveOfRelatives(reader, relativeIds).execute()));
}

const liveOfRelatives = (reader: Reader, relativeIds: readonly string[]) =>
  reader
    .selectFrom('bindings')
    .selectAll()
    .where('relative_id', 'in', [...new Set(relativeIds)])
    .where('state', '<>', 'ended');

const asBound = (bindings: readonly StoredBinding[]): readonly StoredBinding[] =>
  [...bindings].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));

export async function findBindings(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, StoredBinding>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('bindings')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return byId(await withGrants(reader, rows));
}

export async function findBinding(reader: Reader, id: string): Promise<StoredBinding | undefined> {
  return (await findBindings(reader, [id])).get(id);
}

/** The live binding that the owner started with the relative; there is at most one. */
export async function findLiveBinding(reader: Reader, ownerId: string, relativeId: string): Promise<StoredBinding | undefined> {
  const rows = await reader
    .selectFrom('bindings')
    .selectAll()
    .where('holder_id', '=', ownerId)
    .where('relative_id', '=', relativeId)
    .where('state', '<>', 'ended')
    .execute();
  return (await withGrants(reader, rows))[0];
}

export async function findBindingsOfPerson(reader: Reader, personId: string): Promise<readonly StoredBinding[]> {
  const rows = await reader
    .selectFrom('bindings')
    .selectAll()
    .where((where) => where.or([where('holder_id', '=', personId), where('relative_id', '=', personId)]))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return withGrants(reader, rows);
}

/** Invitations past their deadline and live grants past their last day. */
export async function findDueBindingIds(
  reader: Reader,
  { now, today }: { readonly now: Date; readonly today: PlainDate },
): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('bindings')
    .select('id')
    .where('state', '<>', 'ended')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('accept_by', '<', now),
        exists(
          selectFrom('grants')
            .select('kind')
            .whereRef('grants.binding_id', '=', 'bindings.id')
            .where('grants.state', '<>', 'ended')
            .where('grants.ends_on', '<', today),
        ),
      ]),
    )
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => row.id);
}

export const countStartedSince = async (reader: Reader, ownerId: string, since: Date): Promise<number> => {
  const query = reader.selectFrom('bindings').select(({ fn }) => fn.countAll<number>().as('count'));
  return (await query.where('holder_id', '=', ownerId).where('created_at', '>=', since).executeTakeFirstOrThrow()).count;
};

export interface NewBinding {
  readonly ownerId: string;
  readonly relativeId: string;
  readonly plan: BindingPlan;
  readonly consent: { readonly version: string; readonly guardianStatement: boolean; readonly signature: string };
}

export async function saveBinding(tx: Tx, deps: CoreDeps, { ownerId, relativeId, plan, consent }: NewBinding): Promise<string> {
  const now = deps.now();
  const id = deps.newId();
  const times = { created_at: now, accept_by: plan.acceptBy, changed_at: now, ended_at: null };
  await tx
    .insertInto('bindings')
    .values({ id, holder_id: ownerId, relative_id: relativeId, relation: plan.relation, state: plan.state, ...times })
    .execute();
  await tx
    .insertInto('grants')
    .values(plan.grants.map((grant) => grantRow(grant, { bindingId: id, ownerId, now })))
    .execute();
  await tx
    .insertInto('consents')
    .values({
      binding_id: id,
      holder_id: ownerId,
      version: consent.version,
      guardian_statement: consent.guardianStatement,
      signature: consent.signature,
      signed_at: now,
    })
    .execute();
  if (plan.sharedLimitFen !== null) await saveSharedLimit(tx, deps, { ownerId, limitFen: plan.sharedLimitFen });
  return id;
}

const grantRow = (grant: Grant, { bindingId, ownerId, now }: { bindingId: string; ownerId: string; now: Date }) => ({
  binding_id: bindingId,
  kind: grant.kind,
  holder_id: ownerId,
  state: grant.state,
  uses: [...grant.uses],
  cap_per_payment_fen: grant.capPerPaymentFen,
  cap_per_month_fen: grant.capPerMonthFen,
  starts_on: grant.startsOn,
  ends_on: grant.endsOn,
  changed_at: now,
});

/** The first setting starts the count; a later one changes the limit, not what was spent. */
const saveSharedLimit = (tx: Tx, deps: CoreDeps, { ownerId, limitFen }: { ownerId: string; limitFen: Fen }) =>
  tx
    .insertInto('shared_limits')
    .values({ holder_id: ownerId, limit_fen: limitFen, set_at: deps.now() })
    .onConflict((conflict) => conflict.column('holder_id').doUpdateSet({ limit_fen: limitFen }))
    .execute();

/** Writes a step of a locked binding and of those of its grants that change. */
export async function stepBinding(tx: Tx, deps: CoreDeps, { binding, step }: { binding: Binding; step: BindingStep }): Promise<void> {
  const now = deps.now();
  for (const grant of step.grants)
    await tx
      .updateTable('grants')
      .set({ state: grant.state, changed_at: now })
      .where('binding_id', '=', binding.id)
      .where('kind', '=', grant.kind)
      .execute();
  await tx
    .updateTable('bindings')
    .set({ state: step.state, changed_at: now, ended_at: step.state === 'ended' ? now : null, ...invitationAfter(binding, step) })
    .where('id', '=', binding.id)
    .execute();
}

/** The deadline stands as long as something is proposed. */
function invitationAfter(binding: Binding, step: BindingStep): { accept_by?: null } {
  const open = binding.grants.some((grant) => (step.grants.find((each) => each.kind === grant.kind) ?? grant).state === 'proposed');
  return open ? {} : { accept_by: null };
}

async function withGrants(reader: Reader, rows: readonly BindingRow[]): Promise<readonly StoredBinding[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const grants = await reader.selectFrom('grants').selectAll().where('binding_id', 'in', ids).orderBy('kind').execute();
  return rows.map((row) =>
    bindingOf(
      row,
      grants.filter((grant) => grant.binding_id === row.id),
    ),
  );
}

const bindingOf = (row: BindingRow, grants: readonly GrantRow[]): StoredBinding => ({
  id: row.id,
  ownerId: row.holder_id,
  relativeId: row.relative_id,
  relation: row.relation,
  state: row.state,
  grants: grants.map(grantOf),
  createdOn: shanghaiDate(row.created_at),
  createdAt: row.created_at,
  acceptBy: row.accept_by,
});

const grantOf = (row: GrantRow): Grant => ({
  kind: row.kind,
  state: row.state,
  uses: row.uses,
  capPerPaymentFen: row.cap_per_payment_fen,
  capPerMonthFen: row.cap_per_month_fen,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});

const byId = (bindings: readonly StoredBinding[]): ReadonlyMap<string, StoredBinding> =>
  new Map(bindings.map((binding) => [binding.id, binding]));
