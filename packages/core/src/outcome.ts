import { AppError, type Decision } from '@gongji/domain';
import type { CoreDeps } from './deps';

/** What one request of a list came to. A refusal changes nothing and leaves its neighbours as they are. */
export type Outcome<V> = Decision<V>;

/** Takes requests of one kind, answers each in the same order. */
export type Command<R, V> = (deps: CoreDeps, requests: readonly R[]) => Promise<readonly Outcome<V>[]>;

/** The answer of a command that has nothing to tell but that it was done. */
export type Nothing = Readonly<Record<string, never>>;

/** For a route, which has one request and explains a refusal by its code: the value, or AppError thrown. */
export const one =
  <R, V>(command: Command<R, V>) =>
  async (deps: CoreDeps, request: R): Promise<V> => {
    const [outcome] = await command(deps, [request]);
    if (outcome === undefined) throw new Error('a command answered nothing');
    if (!outcome.ok) throw AppError.of(outcome);
    return outcome.value;
  };

/** A write that a person or an institution may send again: `key` is the Idempotency-Key, scoped by who acts. */
export interface PersonRequest {
  readonly key: string;
  readonly actorId: string;
}
export interface InstitutionRequest {
  readonly key: string;
  readonly institutionId: string;
}
