import { decided, refused, type SubscribeKind } from '@gongji/domain';
import type { Command } from '../outcome';
import { readSubscriptions } from '../queries/subscription.query';
import { present, runOnce } from '../request-lists/run-once';
import type { Subscribe } from '../requests';
import { findPrivacyConsents } from '../store/consent-to-privacy.store';
import { addAllowances } from '../store/subscription.store';
import { lockActors } from '../store/person.store';

/** Somebody allowed WeChat to bring one message of each of these kinds. */
export const subscribe: Command<Subscribe, { readonly left: Record<SubscribeKind, number> }> = async (deps, requests) => {
  const outcomes = await runOnce<Subscribe, { readonly kinds: readonly SubscribeKind[] }, ReadonlySet<string>>(
    deps,
    {
      kind: 'subscribe',
      bodyOf: ({ kinds }) => ({ kinds }),
      lock: lockActors,
      act: async (tx, { actorId: holderId, kinds, openid }, here) => {
        if (!here.has(holderId)) return refused('PERSON_NOT_ENROLLED');
        const [last] = await findPrivacyConsents(tx, holderId);
        if (last?.step === 'withdrawn') return refused('PRIVACY_CONSENT_REQUIRED');
        await addAllowances(tx, deps, { holderId, kinds, openid });
        return decided({ kinds });
      },
    },
    requests,
  );
  return present(outcomes, requests, (_answer, { actorId }) => readSubscriptions(deps, actorId));
};
