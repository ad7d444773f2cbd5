import {
  AppError,
  BINDING_STATE_TEXT,
  decideUnbind,
  errorNextStep,
  errorText,
  type Fen,
  INVERSE_RELATION,
  RELATION_TEXT,
  type RegionPolicy,
  type RuleKind,
  shanghaiDate,
  unbindEffects,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findBinding, findBindingsOfPerson, type StoredBinding } from '../store/binding.store';
import { cardOf, findPersons, maskedNameOf } from '../store/person.store';
import { findOpenPayments } from '../store/premium.store';
import { findHistory } from '../store/record.store';
import { findSharedLimits } from '../store/spending.store';
import type { AuditRow, PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import { HISTORY_TEXT } from '../texts/history';
import type { BindingList, BindingView, UnbindPreview } from '../views/binding-view';
import { instant, instantOrNull } from '../views/instant';
import { ruleReference } from '../views/rule-reference';

export interface AskBinding {
  readonly personId: string;
  readonly bindingId: string;
}

/** Every binding the person is a side of, ended ones too, newest first. */
export async function readBindings(deps: CoreDeps, personId: string): Promise<BindingList> {
  const bindings = await findBindingsOfPerson(deps.db, personId);
  return { bindings: await viewsOf(deps, personId, bindings) };
}

/** BINDING_NOT_FOUND for anybody who is no side of it. */
export async function readBinding(deps: CoreDeps, ask: AskBinding): Promise<BindingView> {
  const [view] = await viewsOf(deps, ask.personId, [await ownBinding(deps, ask)]);
  if (view === undefined) throw new AppError('BINDING_NOT_FOUND');
  return view;
}

async function ownBinding(deps: CoreDeps, { personId, bindingId }: AskBinding): Promise<StoredBinding> {
  const binding = await findBinding(deps.db, bindingId);
  if (binding === undefined || (binding.ownerId !== personId && binding.relativeId !== personId)) throw new AppError('BINDING_NOT_FOUND');
  return binding;
}

/** The decision of the real unbinding, without doing it. */
export async function previewUnbind(deps: CoreDeps, ask: AskBinding): Promise<UnbindPreview> {
  const binding = await ownBinding(deps, ask);
  const today = shanghaiDate(deps.now());
  const open = await findOpenPayments(deps.db, [binding.id]);
  const ownerPolicy = await policyOfOwner(deps.db, deps, binding);
  const decision = decideUnbind({ binding, actorId: ask.personId, openPaymentCount: open.length, ownerPolicy, today });
  return {
    bindingId: binding.id,
    allowed: decision.ok,
    refusedCode: decision.ok ? null : decision.code,
    refusedText: decision.ok ? null : errorText(decision.code, decision.facts),
    nextStep: decision.ok ? null : errorNextStep(decision.code, decision.facts),
    // Only the payer may void, so only the payer is offered it.
    openPaymentIds: open.filter((payment) => payment.holder_id === ask.personId).map((payment) => payment.id),
    endsOn: decision.ok ? decision.value.endsOn : today,
    effects: [...(decision.ok ? decision.value.effects : unbindEffects(binding, ask.personId))],
  };
}

export async function policyOfOwner(reader: Reader, deps: CoreDeps, binding: StoredBinding): Promise<RegionPolicy> {
  const owner = (await findPersons(reader, [binding.ownerId])).get(binding.ownerId);
  const policy = owner === undefined ? undefined : deps.policies.policyFor(owner.region_code, shanghaiDate(deps.now()));
  if (policy === undefined) throw new AppError('POLICY_NOT_FOUND');
  return policy;
}

async function viewsOf(deps: CoreDeps, readerId: string, bindings: readonly StoredBinding[]): Promise<BindingView[]> {
  if (bindings.length === 0) return [];
  const people = await findPersons(
    deps.db,
    bindings.flatMap((binding) => [binding.ownerId, binding.relativeId]),
  );
  const history = await findHistory(
    deps.db,
    bindings.map((binding) => binding.id),
  );
  const limit = (await findSharedLimits(deps.db, [readerId])).get(readerId)?.limitFen ?? null;
  return bindings.map((binding) =>
    viewOf(deps, binding, { readerId, people, limit, lines: history.filter((line) => line.subject_id === binding.id) }),
  );
}

interface Around {
  readonly readerId: string;
  readonly people: ReadonlyMap<string, PersonRow>;
  /** The reader's own limit for all relatives together. */
  readonly limit: Fen | null;
  readonly lines: readonly Pick<AuditRow, 'action' | 'actor_id' | 'at'>[];
}

function viewOf(deps: CoreDeps, binding: StoredBinding, { readerId, people, limit, lines }: Around): BindingView {
  const mine = binding.ownerId === readerId;
  const other = people.get(mine ? binding.relativeId : binding.ownerId);
  const owner = people.get(binding.ownerId);
  if (other === undefined || owner === undefined) throw new Error('a binding names a person who is not there');
  const relation = mine ? binding.relation : INVERSE_RELATION[binding.relation];
  const invited = binding.grants.some((grant) => grant.state === 'proposed');
  return {
    bindingId: binding.id,
    myRole: mine ? 'owner' : 'relative',
    other: cardOf(deps, other),
    relation,
    relationText: RELATION_TEXT[relation],
    state: binding.state,
    stateText: BINDING_STATE_TEXT[binding.state],
    grants: binding.grants.map((grant) => ({ ...grant, uses: [...grant.uses] })),
    sharedLimitFen: mine && binding.grants.some((grant) => grant.kind === 'share-funds') ? limit : null,
    createdAt: instant(binding.createdAt),
    acceptBy: instantOrNull(binding.acceptBy),
    awaitsMe: !mine && invited && binding.acceptBy !== null && deps.now() <= binding.acceptBy,
    history: lines.map((line) => ({
      at: instant(line.at),
      by: actorText(deps, line.actor_id, { readerId, people }),
      text: HISTORY_TEXT[line.action] ?? line.action,
    })),
    rules: rulesOf(deps, owner),
  };
}

function actorText(deps: CoreDeps, actorId: string | null, { readerId, people }: Pick<Around, 'readerId' | 'people'>): string {
  const actor = actorId === null ? undefined : people.get(actorId);
  if (actor === undefined) return '系统';
  return actor.id === readerId ? '本人' : maskedNameOf(deps, actor);
}

const LIMITS: readonly RuleKind[] = [
  'relations',
  'maxRelatives',
  'relationCaps',
  'maxSponsorsPerUser',
  'rolesExclusive',
  'maxShown',
  'maxShowers',
  'shareFundsConsent',
  'showCodeConsentFromAge',
  'whoMayEnd',
  'shareScope',
  'shareable',
  'sharedLimit',
  'uses',
  'deductionOrder',
];

const rulesOf = (deps: CoreDeps, owner: PersonRow) =>
  (deps.policies.policyFor(owner.region_code, shanghaiDate(deps.now()))?.rules ?? [])
    .filter((rule) => LIMITS.includes(rule.kind))
    .map(ruleReference);
