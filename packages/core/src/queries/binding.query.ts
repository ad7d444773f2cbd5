import {
  AppError,
  type Fen,
  GRANT_STATE_TEXT,
  type Grant,
  INVERSE_RELATION,
  isLive,
  needsFaceCheck,
  RELATION_TEXT,
  type RuleKind,
  shanghaiDate,
  stands,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown, type Known } from '../facts/known';
import { ownerPolicyOf } from '../facts/owner-policy';
import { findBindingsOfPerson, findOwnBinding, type StoredBinding } from '../store/binding.store';
import { findGrantChanges } from '../store/grant.store';
import { invitationToken } from '../store/invitation';
import { noteLooks } from '../store/look.store';
import { cardAsOf, cardOf, findPersons, maskedNameOf } from '../store/person.store';
import { findOpenPayments } from '../store/premium.store';
import { findTermsChanges } from '../store/record.store';
import { findStoredLimits } from '../store/shared-limit.store';
import type { PersonRow } from '../store/tables';
import { stateText, stepText, TERMS_CHANGED_TEXT } from '../texts/history';
import type { BindingList, BindingView, GrantView } from '../views/binding-view';
import { instant, instantOrNull } from '../views/instant';
import { ruleReference } from '../views/rule-reference';
import { actionsOf, openableKinds, type Standing } from '../views/what-reader-may';

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

export async function ownBinding(deps: CoreDeps, { personId, bindingId }: AskBinding): Promise<StoredBinding> {
  const binding = await findOwnBinding(deps.db, personId, bindingId);
  if (binding === undefined) throw new AppError('BINDING_NOT_FOUND');
  return binding;
}

async function viewsOf(deps: CoreDeps, readerId: string, bindings: readonly StoredBinding[]): Promise<BindingView[]> {
  if (bindings.length === 0) return [];
  const ids = bindings.map((binding) => binding.id);
  const people = await findPersons(
    deps.db,
    bindings.flatMap((binding) => [binding.ownerId, binding.relativeId]),
  );
  const around = {
    readerId,
    people,
    limit: (await findStoredLimits(deps.db, [readerId])).get(readerId)?.limitFen ?? null,
    changes: await findGrantChanges(deps.db, ids),
    lines: await findTermsChanges(deps.db, ids),
    open: await findOpenPayments(deps.db, ids),
    known: await findKnown(deps.db, deps, [readerId]),
  };
  const views = bindings.map((binding) => viewOf(deps, binding, around));
  const looker = { kind: 'person', id: readerId } as const;
  await noteLooks(
    deps,
    views.map(({ bindingId, other }) => ({ holderId: other.personId, looker, what: 'card', subjectId: bindingId })),
  );
  return views;
}

interface Around {
  readonly readerId: string;
  readonly known: Known;
  readonly people: ReadonlyMap<string, PersonRow>;
  /** The reader's own limit for all relatives together. */
  readonly limit: Fen | null;
  readonly changes: Awaited<ReturnType<typeof findGrantChanges>>;
  readonly lines: Awaited<ReturnType<typeof findTermsChanges>>;
  readonly open: readonly { readonly binding_id: string }[];
}

function viewOf(deps: CoreDeps, binding: StoredBinding, around: Around): BindingView {
  const { readerId, people, limit } = around;
  const mine = binding.ownerId === readerId;
  const other = people.get(mine ? binding.relativeId : binding.ownerId);
  if (other === undefined) throw new Error('a binding names a person who is not there');
  const standing = standingOf(deps, binding, around);
  const relation = mine ? binding.relation : INVERSE_RELATION[binding.relation];
  const invited = binding.acceptBy !== null && deps.now() <= binding.acceptBy;
  return {
    bindingId: binding.id,
    myRole: mine ? 'owner' : 'relative',
    other: otherCard(deps, binding, { other, around }),
    relation,
    relationText: RELATION_TEXT[relation],
    state: binding.state,
    stateText: stateText(binding.state, mine),
    grants: binding.grants.map((grant) => grantView(standing, grant)),
    sharedLimitFen: mine && binding.grants.some((grant) => grant.kind === 'share-funds' && isLive(grant.state)) ? limit : null,
    createdAt: instant(binding.createdAt),
    acceptBy: instantOrNull(binding.acceptBy),
    awaitsMe: !mine && invited,
    needsFaceCheck: !mine && invited && needsFaceCheck(binding, standing.ownerPolicy),
    invitationToken: mine && invited ? tokenOf(deps, binding) : null,
    mayOpen: openableKinds(standing),
    history: historyOf(deps, binding, around),
    rules: standing.ownerPolicy.rules.filter((rule) => LIMITS.includes(rule.kind)).map(ruleReference),
  };
}

function otherCard(deps: CoreDeps, binding: StoredBinding, { other, around }: { readonly other: PersonRow; readonly around: Around }) {
  const mark = around.known.markOf(around.readerId, other.id);
  if (stands(binding.state)) return cardOf(deps, other, mark);
  const regionCode = other.id === binding.ownerId ? binding.ownerRegionCode : binding.relativeRegionCode;
  return cardAsOf(deps, other, { mark, regionCode });
}

function standingOf(deps: CoreDeps, binding: StoredBinding, { readerId, people, open }: Around): Standing {
  const ownerPolicy = ownerPolicyOf(deps, binding, people.get(binding.ownerId));
  if (ownerPolicy === undefined) throw new AppError('POLICY_NOT_FOUND');
  const openPaymentCount = open.filter((payment) => payment.binding_id === binding.id).length;
  return { binding, actorId: readerId, ownerPolicy, openPaymentCount, today: shanghaiDate(deps.now()) };
}

const grantView = (standing: Standing, grant: Grant): GrantView => {
  const { agreedBy: _by, agreedOn: _on, ...shown } = grant;
  return {
    ...shown,
    uses: [...grant.uses],
    stateText: GRANT_STATE_TEXT[grant.state],
    reasonText: stepText(grant.reason),
    may: actionsOf(standing, grant),
  };
};

const tokenOf = (deps: CoreDeps, { id: bindingId, acceptBy }: StoredBinding): string | null =>
  acceptBy === null ? null : invitationToken(deps, { bindingId, acceptBy });

/** Every step of the grants, and every change of their terms, oldest first. */
function historyOf(deps: CoreDeps, binding: StoredBinding, { changes, lines, ...around }: Around): BindingView['history'] {
  const steps = changes
    .filter((change) => change.binding_id === binding.id)
    .map(({ at, actor_id, kind, reason }) => ({ at, actor_id, kind, text: stepText(reason) }));
  const terms = lines.flatMap(({ subject_id, at, actor_id, reason }) => {
    const kind = binding.grants.find((grant) => grant.kind === reason)?.kind;
    return subject_id === binding.id && kind !== undefined ? [{ at, actor_id, kind, text: TERMS_CHANGED_TEXT[kind] }] : [];
  });
  return [...steps, ...terms]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, actor_id, kind, text }) => ({ at: instant(at), by: actorText(deps, actor_id, around), kind, text }));
}

function actorText(deps: CoreDeps, actorId: string | null, { readerId, people }: Pick<Around, 'readerId' | 'people'>): string {
  const actor = actorId === null ? undefined : people.get(actorId);
  if (actor === undefined) return '系统';
  return actor.id === readerId ? '本人' : maskedNameOf(deps, actor);
}

const LIMITS: readonly RuleKind[] = [
  'relations',
  'maxRelatives',
  'maxRelativesEver',
  'relationCaps',
  'maxSponsorsPerUser',
  'rolesExclusive',
  'maxShown',
  'maxShowers',
  'maxBindingsPerMonth',
  'shareFundsConsent',
  'showCodeConsentFromAge',
  'grantEndDate',
  'minMonthsBeforeEnd',
  'whoMayEnd',
  'selfEnding',
  'shareScope',
  'shareable',
  'requiredLimits',
  'uses',
  'deductionOrder',
  'maxSponsorsPerSettlement',
  'counterLimits',
];
