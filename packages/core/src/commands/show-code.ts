import { CODE_TTL_SECONDS, decided, decideShow, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import { gather } from '../request-lists/gather';
import { runOnce } from '../request-lists/run-once';
import type { ShowCode } from '../requests';
import { findLiveBindings, lockBindings, pairName, type StoredBinding } from '../store/binding.store';
import { findCodes } from '../store/code.store';
import { issueCodes, lockShown, type NewCode } from '../store/issued-code.store';
import { cardOf, factsOf, findPersons, holdPersons } from '../store/person.store';
import { noteLooksIn } from '../store/look.store';
import { writeAudit } from '../store/record.store';
import { open, seal } from '../store/sealing';
import type { InsuranceCodeRow, PersonRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import type { ShownCode } from '../views/code-view';
import { instant } from '../views/instant';

const PAYLOAD_DIGITS = 40;

interface Answer {
  readonly codeId: string;
  /** Sealed: a code is given to the phone that asked and kept nowhere in the clear. */
  readonly payload: string;
}

const showList: Command<ShowCode, ShownCode> = async (deps, requests) => {
  const outcomes = await runOnce<ShowCode, Answer, Group>(
    deps,
    {
      kind: 'show-code',
      bodyOf: ({ personId, deviceId }) => ({ personId, deviceId }),
      lock: (tx, all) => openGroup(tx, all),
      act: (_tx, request, group) => issue(deps, request, group),
      repeat: (_tx, { answer, request }, group) => whileAllowed(mayShowOf(deps, request, group), answer),
      write: (tx, group) => write(tx, deps, group),
      writesAtOnce: true,
    },
    requests,
  );
  const answers = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const views = await viewsOf(deps, answers);
  return outcomes.map((outcome) => (outcome.ok ? decided(views(outcome.value)) : outcome));
};

/**
 * Issues a code for oneself or for a relative who lets one show it. A newer code on the same phone ends the older. CODE_NOT_ALLOWED for anybody else's,
 * CODE_SHOWING_PAUSED and CODE_SHOWING_OUT_OF_DATE where it was allowed and is not now, CODE_OWNER_NOT_INSURED where the insurance is not in order.
 * Requests that come at once are one list.
 */
export const showCode: Command<ShowCode, ShownCode> = gather(showList);

type Asked = Pick<ShowCode, 'actorId' | 'personId'>;

interface Group {
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly bindings: ReadonlyMap<string, StoredBinding>;
  readonly shown: Awaited<ReturnType<typeof lockShown>>;
  /** Decided so far. */
  readonly issued: NewCode[];
}

/** People and bindings, then codes; then what is looked at. */
async function openGroup(tx: Tx, requests: readonly ShowCode[]): Promise<Group> {
  await lockShowing(tx, requests);
  const shown = await lockShown(
    tx,
    requests.map((request) => ({ ...request, showerId: request.actorId })),
  );
  const [people, bindings] = await Promise.all([
    findPersons(
      tx,
      requests.map(({ personId }) => personId),
    ),
    findGrants(tx, requests),
  ]);
  return { shown, people, bindings, issued: [] };
}

/**
 * Puts showing somebody and the end of the right to it one after the other: a binding that ends, or a person who leaves or withdraws their consent, ends every code
 * that exists, and would miss one made at the same moment.
 */
export async function lockShowing(tx: Tx, requests: readonly Asked[]): Promise<void> {
  await holdPersons(
    tx,
    requests.flatMap(({ actorId, personId }) => [actorId, personId]),
  );
  const bindings = await findGrants(tx, requests);
  await lockBindings(
    tx,
    [...bindings.values()].map(({ id }) => id),
  );
}

async function findGrants(tx: Tx, requests: readonly Asked[]): Promise<ReadonlyMap<string, StoredBinding>> {
  const pairs = requests.flatMap(({ actorId, personId }) => (actorId === personId ? [] : [{ payerId: actorId, personId }]));
  return pairs.length === 0 ? new Map() : findLiveBindings(tx, pairs);
}

/** Whom a code shows, now or later without network, and what it rests on where that is somebody else. */
export interface Showable {
  readonly person: PersonRow;
  readonly binding: StoredBinding | undefined;
}

export function mayShow(
  deps: CoreDeps,
  showerId: string,
  { person, binding }: { readonly person: PersonRow | undefined; readonly binding: StoredBinding | undefined },
): Outcome<Showable> {
  if (person === undefined) return refused('CODE_NOT_ALLOWED');
  const today = shanghaiDate(deps.now());
  const decision = decideShow({ showerId, person: factsOf(person), binding: binding ?? null, today });
  return decision.ok ? decided({ person, binding }) : decision;
}

/** What is answered to a repeated request. What the first answer rested on may be over: then nothing is said any more of how the relative is insured. */
export const whileAllowed = <A>(allowed: Outcome<Showable>, answer: A): Outcome<A> => (allowed.ok ? decided(answer) : allowed);

const mayShowOf = (deps: CoreDeps, { actorId, personId }: Asked, { people, bindings }: Group): Outcome<Showable> =>
  mayShow(deps, actorId, { person: people.get(personId), binding: bindings.get(pairName({ ownerId: actorId, relativeId: personId })) });

function issue(deps: CoreDeps, request: ShowCode, group: Group): Outcome<Answer> {
  const allowed = mayShowOf(deps, request, group);
  if (!allowed.ok) return allowed;
  const { person, binding } = allowed.value;
  const { actorId, personId, deviceId } = request;
  const ttlSeconds =
    deps.policies.policyFor(person.region_code, shanghaiDate(deps.now()))?.rule('codeTtlSeconds')?.value ?? CODE_TTL_SECONDS;
  const payload = randomDigits(deps, PAYLOAD_DIGITS);
  const codeId = deps.newId();
  group.issued.push({
    id: codeId,
    personId,
    showerId: actorId,
    bindingId: binding?.id ?? null,
    deviceId,
    payload,
    expiresAt: new Date(deps.now().getTime() + ttlSeconds * 1000),
  });
  return decided({ codeId, payload: seal(deps, payload).toString('base64') });
}

/** 256 random bits brought down to so many digits: 40 are 132 bits, evenly spread to within 2^-123. */
export function randomDigits({ randomBytes }: CoreDeps, digits: number): string {
  const value = BigInt(`0x${randomBytes(32).toString('hex')}`) % 10n ** BigInt(digits);
  return value.toString().padStart(digits, '0');
}

async function write(tx: Tx, deps: CoreDeps, { issued, shown }: Group): Promise<void> {
  await Promise.all([
    issueCodes(tx, deps, { codes: issued, shown }),
    noteLooksIn(
      tx,
      deps,
      issued.flatMap(({ personId: holderId, showerId: id, bindingId: subjectId }) =>
        subjectId === null ? [] : [{ holderId, looker: { kind: 'person', id }, what: 'code-shown', subjectId }],
      ),
    ),
    writeAudit(
      tx,
      deps,
      issued.map(({ id: subjectId, personId: holderId, showerId }) => ({
        holderId,
        actor: { kind: 'person', id: showerId },
        action: 'code-shown',
        subjectId,
      })),
    ),
  ]);
}

async function viewsOf(deps: CoreDeps, answers: readonly Answer[]): Promise<(answer: Answer) => ShownCode> {
  const codes = await findCodes(
    deps.db,
    answers.map(({ codeId }) => codeId),
  );
  const people = await findPersons(
    deps.db,
    [...codes.values()].map((code) => code.holder_id),
  );
  return ({ codeId, payload }) => {
    const code = codes.get(codeId);
    const person = people.get(code?.holder_id ?? '');
    if (code === undefined || person === undefined) throw new Error('an issued code is not there');
    return viewOf(deps, { code, person, payload });
  };
}

interface Issued {
  readonly code: InsuranceCodeRow;
  readonly person: PersonRow;
  readonly payload: string;
}

const viewOf = (deps: CoreDeps, { code, person, payload }: Issued): ShownCode => ({
  codeId: code.id,
  payload: open(deps, Buffer.from(payload, 'base64')),
  person: cardOf(deps, person, null),
  own: code.holder_id === code.shower_id,
  issuedAt: instant(code.issued_at),
  expiresAt: instant(code.expires_at),
  ttlSeconds: Math.round((code.expires_at.getTime() - code.issued_at.getTime()) / 1000),
});
