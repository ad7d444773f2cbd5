import { decided, PRIVACY_TEXT } from '@gongji/domain';
import type { Command, Nothing, PersonRequest } from '../outcome';
import { runOnce } from '../request-lists/run-once';
import { findPrivacyConsents, savePrivacyConsent } from '../store/consent-to-privacy.store';
import { lockPersons } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { forgetAllowances } from '../store/subscription.store';
import { endShowing, lockKeysAbout } from './end-showing';

/**
 * The person takes their consent back: every key to their code, and every key on their phones, is worth nothing from the commit on, and so is what they show
 * now; WeChat is told nothing more. Bindings and the books stay. Whoever serves log-ins ends these afterwards; the next one asks again.
 */
export const withdrawConsent: Command<PersonRequest, Nothing> = (deps, requests) =>
  runOnce<PersonRequest, Nothing, void>(
    deps,
    {
      kind: 'withdraw-consent',
      bodyOf: () => ({}),
      lock: async (tx, all) => {
        const people = all.map(({ actorId }) => actorId);
        await lockPersons(tx, people);
        await lockKeysAbout(tx, people);
      },
      act: async (tx, { actorId }) => {
        await endShowing(tx, deps, actorId);
        await forgetAllowances(tx, actorId);
        const [last] = await findPrivacyConsents(tx, actorId);
        const version = last?.version ?? PRIVACY_TEXT.version;
        if (last?.step !== 'withdrawn') await savePrivacyConsent(tx, deps, { personId: actorId, version, step: 'withdrawn' });
        const actor = { kind: 'person', id: actorId } as const;
        await writeAudit(tx, deps, [{ holderId: actorId, actor, action: 'privacy-withdrawn', subjectId: actorId, reason: version }]);
        return decided({});
      },
    },
    requests,
  );
