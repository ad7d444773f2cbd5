import type { Me } from '@gongji/contract';
import type { Outcome } from '@/shared/bff/outcome';
import { logIn, logInAsDemo } from '@/shared/session/session';
import { quietCode } from '@/shared/session/silent-log-in';

/** quiet: by WeChat's own code, or as the person of the demo that was chosen before. */
export type LogInWay = { readonly kind: 'quiet' } | { readonly kind: 'demo'; readonly key: string };

export const NEEDS_CONSENT = 'PRIVACY_CONSENT_REQUIRED';

/** A code works once, so that agreeing asks for a fresh one. */
export async function enter(way: LogInWay, consentVersion?: string): Promise<Outcome<Me>> {
  if (way.kind === 'demo') return logInAsDemo(way.key, consentVersion);
  const code = await quietCode();
  return code === undefined ? { kind: 'unknown', reference: null } : logIn(code, consentVersion);
}
