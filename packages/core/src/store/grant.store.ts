import {
  type BindingPlan,
  type BindingState,
  type BindingStep,
  type ChangedTerms,
  type Grant,
  type GrantStep,
  shanghaiDate,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import type { StoredBinding } from './binding.store';
import { invitationHash } from './invitation';
import { noteShownOn } from './issued-code.store';
import type { Reader, Tx } from './transaction';

export interface Consented {
  readonly version: string;
  readonly guardianStatement: boolean;
  readonly signature: string;
}

interface Pair {
  readonly ownerId: string;
  readonly relativeId: string;
  /** Where the two are insured as their funds are shared. */
  readonly ownerRegionCode: string;
  readonly relativeRegionCode: string;
}

export interface NewBinding extends Pair {
  readonly plan: BindingPlan;
  readonly consent: Consented;
}

export async function saveBinding(tx: Tx, deps: CoreDeps, { plan, consent, ...pair }: NewBinding): Promise<string> {
  const now = deps.now();
  const id = deps.newId();
  await tx
    .insertInto('bindings')
    .values({
      id,
      holder_id: pair.ownerId,
      relative_id: pair.relativeId,
      relation: plan.relation,
      state: plan.state,
      owner_region_code: pair.ownerRegionCode,
      relative_region_code: pair.relativeRegionCode,
      created_at: now,
      checked_at: now,
      changed_at: now,
      ended_at: null,
      ...invitationOf(deps, id, plan.acceptBy),
    })
    .execute();
  await openGrants(tx, deps, { binding: { id, ownerId: pair.ownerId, grants: [] }, plan, consent });
  return id;
}

/** The hash stays when the invitation was answered: the link then shows what became of it. */
const invitationOf = (deps: CoreDeps, bindingId: string, acceptBy: Date | null) => ({
  accept_by: acceptBy,
  invitation_hash: acceptBy === null ? null : invitationHash(deps, { bindingId, acceptBy }),
});

interface Opened {
  readonly binding: Pick<StoredBinding, 'id' | 'ownerId' | 'grants'>;
  readonly plan: BindingPlan;
  readonly consent: Consented;
}

/** Begins the plan's grants, also one that has ended before, with the owner's signature. */
async function openGrants(tx: Tx, deps: CoreDeps, { binding, plan, consent }: Opened): Promise<void> {
  const now = deps.now();
  for (const grant of plan.grants) {
    const row = { ...grantRow(grant), binding_id: binding.id, holder_id: binding.ownerId, kind: grant.kind, changed_at: now };
    await tx
      .insertInto('grants')
      .values(row)
      .onConflict((conflict) => conflict.columns(['binding_id', 'kind']).doUpdateSet(row))
      .execute();
  }
  await saveChanges(tx, deps, { binding, steps: plan.grants, actorId: binding.ownerId });
  const { version, guardianStatement: guardian_statement, signature } = consent;
  await tx
    .insertInto('consents')
    .values({
      id: deps.newId(),
      binding_id: binding.id,
      holder_id: binding.ownerId,
      version,
      guardian_statement,
      signature,
      signed_at: now,
    })
    .execute();
}

const grantRow = (grant: Grant) => ({
  state: grant.state,
  reason: grant.reason,
  agreed_by: grant.agreedBy,
  agreed_on: grant.agreedOn,
  uses: [...grant.uses],
  cap_per_payment_fen: grant.capPerPaymentFen,
  cap_per_month_fen: grant.capPerMonthFen,
  place: grant.place,
  starts_on: grant.startsOn,
  ends_on: grant.endsOn,
});

export interface Reopened extends Opened {
  readonly binding: StoredBinding;
  readonly regions: Pick<Pair, 'ownerRegionCode' | 'relativeRegionCode'>;
}

/** Opens a switch of a locked binding. A deadline for answering another grant stays as it is. */
export async function openOnBinding(tx: Tx, deps: CoreDeps, { binding, plan, consent, regions }: Reopened): Promise<void> {
  await openGrants(tx, deps, { binding, plan, consent });
  const invitation = plan.acceptBy === null ? {} : invitationOf(deps, binding.id, plan.acceptBy);
  // That somebody moved before this agreement must not end what is agreed to now.
  const shares = plan.grants.some((grant) => grant.kind === 'share-funds');
  const moved = shares ? { owner_region_code: regions.ownerRegionCode, relative_region_code: regions.relativeRegionCode } : {};
  await tx
    .updateTable('bindings')
    .set({ state: plan.state, changed_at: deps.now(), ...invitation, ...moved })
    .where('id', '=', binding.id)
    .execute();
}

export interface TakenStep {
  readonly binding: StoredBinding;
  readonly step: BindingStep;
  /** null: the clock or the register. */
  readonly actorId: string | null;
  /** A new deadline; absent: the one that stands, as long as something is proposed. */
  readonly acceptBy?: Date;
}

/** Writes a step of a locked binding and of those of its grants that change. */
export async function stepBinding(tx: Tx, deps: CoreDeps, { binding, step, actorId, acceptBy }: TakenStep): Promise<void> {
  const now = deps.now();
  for (const grant of step.grants)
    await tx
      .updateTable('grants')
      .set({ state: grant.state, reason: grant.reason, changed_at: now, ...agreementAfter(deps, grant) })
      .where('binding_id', '=', binding.id)
      .where('kind', '=', grant.kind)
      .execute();
  await saveChanges(tx, deps, { binding, steps: step.grants, actorId });
  const invitation = acceptBy === undefined ? invitationAfter(binding, step) : invitationOf(deps, binding.id, acceptBy);
  await tx
    .updateTable('bindings')
    .set({ state: step.state, changed_at: now, ended_at: endedAt(step.state, now), ...invitation })
    .where('id', '=', binding.id)
    .execute();
  if (step.grants.some(({ kind }) => kind === 'show-code')) await noteShownOn(tx, deps, binding);
}

const endedAt = (state: BindingState, now: Date): Date | null => (state === 'ended' ? now : null);

function agreementAfter(deps: CoreDeps, { state, reason }: GrantStep) {
  if (state === 'proposed') return { agreed_by: null, agreed_on: null };
  const accepted = reason === 'accepted' || reason === 'accepted-with-face-check';
  return accepted ? { agreed_by: 'relative' as const, agreed_on: shanghaiDate(deps.now()) } : {};
}

/** The deadline stands as long as something is proposed; a link that was taken back opens nothing any more. */
function invitationAfter(binding: StoredBinding, step: BindingStep): { accept_by?: null; invitation_hash?: null } {
  const open = binding.grants.some((grant) => (step.grants.find((each) => each.kind === grant.kind) ?? grant).state === 'proposed');
  const withdrawn = step.grants.some((grant) => grant.reason === 'withdrawn');
  return { ...(open ? {} : { accept_by: null }), ...(withdrawn ? { invitation_hash: null } : {}) };
}

interface Steps {
  readonly binding: Pick<StoredBinding, 'id' | 'ownerId' | 'grants'>;
  readonly steps: readonly GrantStep[];
  readonly actorId: string | null;
}

async function saveChanges(tx: Tx, deps: CoreDeps, { binding, steps, actorId }: Steps): Promise<void> {
  const at = deps.now();
  const rows = steps.map(({ kind, state, reason }) => ({
    binding_id: binding.id,
    holder_id: binding.ownerId,
    kind,
    from_state: binding.grants.find((grant) => grant.kind === kind)?.state ?? ('none' as const),
    to_state: state,
    reason,
    actor_id: actorId,
    at,
  }));
  await tx.insertInto('grant_changes').values(rows).execute();
}

export async function changeGrantTerms(
  tx: Tx,
  deps: CoreDeps,
  { bindingId, changed }: { readonly bindingId: string; readonly changed: readonly ChangedTerms[] },
): Promise<void> {
  for (const { kind, terms } of changed)
    await tx
      .updateTable('grants')
      .set({
        uses: [...terms.uses],
        cap_per_payment_fen: terms.capPerPaymentFen,
        cap_per_month_fen: terms.capPerMonthFen,
        place: terms.place,
        starts_on: terms.startsOn,
        ends_on: terms.endsOn,
        changed_at: deps.now(),
      })
      .where('binding_id', '=', bindingId)
      .where('kind', '=', kind)
      .execute();
}

/** Every step of the grants of these bindings, in the order in which they were taken. */
export const findGrantChanges = (reader: Reader, bindingIds: readonly string[]) =>
  reader.selectFrom('grant_changes').selectAll().where('binding_id', '=', anyOf(bindingIds)).orderBy('id').execute();
