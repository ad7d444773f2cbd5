import type { Binding } from '../binding/grant';
import type { PlainDate } from '../dates';
import { type Decision, decided, refused } from '../decision';
import type { PersonFacts } from '../person/person';

/** The national code refreshes twice a minute; a region may say otherwise (rule codeTtlSeconds). */
export const CODE_TTL_SECONDS = 30;
/** A code is still taken this long after its countdown ended: the phone and the counter are never in step. */
export const CODE_GRACE_SECONDS = 5;

export interface ShowRequest {
  readonly showerId: string;
  readonly person: PersonFacts;
  /** The shower's binding to the person; null for oneself or where there is none. */
  readonly binding: Binding | null;
  readonly today: PlainDate;
}

/** Everybody shows their own code; a relative's only with an active show-code grant, in date. Somebody not normally insured has no usable code. */
export function decideShow(request: ShowRequest): Decision<{ readonly own: boolean }, 'CODE_NOT_ALLOWED' | 'CODE_OWNER_NOT_INSURED'> {
  const own = request.showerId === request.person.id;
  if (!own && !mayShow(request)) return refused('CODE_NOT_ALLOWED');
  return request.person.insuranceState === 'normal' ? decided({ own }) : refused('CODE_OWNER_NOT_INSURED');
}

function mayShow({ showerId, person, binding, today }: ShowRequest): boolean {
  if (binding === null || binding.ownerId !== showerId || binding.relativeId !== person.id || binding.state !== 'active') return false;
  return binding.grants.some(
    (grant) =>
      grant.kind === 'show-code' && grant.state === 'active' && grant.startsOn <= today && (grant.endsOn === null || today <= grant.endsOn),
  );
}

export interface ShownCodeFacts {
  readonly expiresAt: Date;
  /** Scanned before, or replaced by a newer code. */
  readonly spent: boolean;
}

/** May a counter still use this code? Once, and at most five seconds after its countdown ended. An unknown code is refused in the same words. */
export function decideScan(code: ShownCodeFacts | null, now: Date): Decision<null, 'CODE_INVALID'> {
  const live = code !== null && !code.spent && now.getTime() <= code.expiresAt.getTime() + CODE_GRACE_SECONDS * 1000;
  return live ? decided(null) : refused('CODE_INVALID');
}
