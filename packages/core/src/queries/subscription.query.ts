import { SUBSCRIBE_KINDS, type SubscribeKind } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findAllowances } from '../store/subscription.store';

/** How many messages of each kind WeChat may still bring. */
export async function readSubscriptions(deps: CoreDeps, personId: string): Promise<{ readonly left: Record<SubscribeKind, number> }> {
  const allowances = await findAllowances(deps.db, personId);
  return { left: Object.fromEntries(SUBSCRIBE_KINDS.map((kind) => [kind, allowances.get(kind) ?? 0])) as Record<SubscribeKind, number> };
}
