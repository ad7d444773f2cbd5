import type { CoreDeps } from '../deps';
import type { PersonRequest } from '../outcome';
import { isAnswered } from '../store/request.store';

/** A request with this key was answered before: its command gives the stored answer, so nobody outside has to be asked for it again. */
export const answeredBefore = (deps: CoreDeps, { actorId, key }: PersonRequest): Promise<boolean> =>
  isAnswered(deps.db, { holderId: actorId, key });
