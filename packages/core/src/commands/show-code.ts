import { CODE_TTL_SECONDS, decided, decideShow, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import type { ShowCode } from '../requests';
import { findLiveBinding, lockBindings } from '../store/binding.store';
import { findCode, issueCode } from '../store/code.store';
import { cardOf, factsOf, findPerson } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { open, seal } from '../store/sealing';
import type { Tx } from '../store/transaction';
import type { ShownCode } from '../views/code-view';
import { instant } from '../views/instant';
import { present, runOnce } from './run-once';

const PAYLOAD_DIGITS = 40;

interface Answer {
  readonly codeId: string;
  /** Sealed: a code is given to the phone that asked and kept nowhere in the clear. */
  readonly payload: string;
}

/** Issues a code for oneself or for a relative who lets one show it. A newer code on the same phone ends the older. */
export const showCode: Command<ShowCode, ShownCode> = async (deps, requests) => {
  const outcomes = await runOnce<ShowCode, Answer, void>(
    deps,
    {
      kind: 'show-code',
      scopeOf: ({ actorId, key }) => ({ holderId: actorId, key }),
      bodyOf: ({ personId, deviceId }) => ({ personId, deviceId }),
      lock: (tx, all) => lockGrants(tx, all),
      act: (tx, request) => issue(tx, deps, request),
    },
    requests,
  );
  return present(outcomes, requests, (answer) => viewOf(deps, answer));
};

/** So that a code and the end of the binding it rests on come one after the other. */
export async function lockGrants(tx: Tx, requests: readonly Pick<ShowCode, 'actorId' | 'personId'>[]): Promise<void> {
  const ids: string[] = [];
  for (const { actorId, personId } of requests) {
    const binding = actorId === personId ? undefined : await findLiveBinding(tx, actorId, personId);
    if (binding !== undefined) ids.push(binding.id);
  }
  await lockBindings(tx, ids);
}

async function issue(tx: Tx, deps: CoreDeps, { actorId, personId, deviceId }: ShowCode): Promise<Outcome<Answer>> {
  const person = await findPerson(tx, personId);
  if (person === undefined) return refused('CODE_NOT_ALLOWED');
  const binding = actorId === personId ? undefined : await findLiveBinding(tx, actorId, personId);
  const today = shanghaiDate(deps.now());
  const decision = decideShow({ showerId: actorId, person: factsOf(person), binding: binding ?? null, today });
  if (!decision.ok) return decision;
  const ttlSeconds = deps.policies.policyFor(person.region_code, today)?.rule('codeTtlSeconds')?.value ?? CODE_TTL_SECONDS;
  const payload = randomDigits(deps, PAYLOAD_DIGITS);
  const codeId = await issueCode(tx, deps, {
    personId,
    showerId: actorId,
    bindingId: binding?.id ?? null,
    deviceId,
    payload,
    expiresAt: new Date(deps.now().getTime() + ttlSeconds * 1000),
  });
  const actor = { kind: 'person', id: actorId } as const;
  await writeAudit(tx, deps, [{ holderId: personId, actor, action: 'code-shown', subjectId: codeId }]);
  return decided({ codeId, payload: seal(deps, payload).toString('base64') });
}

/** 256 random bits brought down to so many digits: 40 are 132 bits, evenly spread to within 2^-123. */
export function randomDigits({ randomBytes }: CoreDeps, digits: number): string {
  const value = BigInt(`0x${randomBytes(32).toString('hex')}`) % 10n ** BigInt(digits);
  return value.toString().padStart(digits, '0');
}

async function viewOf(deps: CoreDeps, { codeId, payload }: Answer): Promise<ShownCode> {
  const code = await findCode(deps.db, codeId);
  const person = code === undefined ? undefined : await findPerson(deps.db, code.holder_id);
  if (code === undefined || person === undefined) throw new Error('an issued code is not there');
  return {
    codeId,
    payload: open(deps, Buffer.from(payload, 'base64')),
    person: cardOf(deps, person),
    own: code.holder_id === code.shower_id,
    issuedAt: instant(code.issued_at),
    expiresAt: instant(code.expires_at),
    ttlSeconds: Math.round((code.expires_at.getTime() - code.issued_at.getTime()) / 1000),
  };
}
