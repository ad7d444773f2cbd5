import { PRIVACY_TEXT } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findPrivacyConsents } from '../store/consent-to-privacy.store';
import { instant } from '../views/instant';
import type { PrivacyConsent } from '../views/privacy-view';

/** What the person agreed to and when, and what withdrawing would do. */
export async function readPrivacyConsent(deps: CoreDeps, personId: string): Promise<PrivacyConsent> {
  const steps = await findPrivacyConsents(deps.db, personId);
  return {
    text: readPrivacyText(),
    steps: steps.map(({ version, step, at }) => ({ version, step, at: instant(at) })),
  };
}

export const readPrivacyText = (): PrivacyConsent['text'] => {
  const { items, others, rights, withdrawal, ...text } = PRIVACY_TEXT;
  return {
    ...text,
    items: [...items],
    others: [...others],
    rights: [...rights],
    withdrawal: { ends: [...withdrawal.ends], stays: [...withdrawal.stays] },
  };
};
