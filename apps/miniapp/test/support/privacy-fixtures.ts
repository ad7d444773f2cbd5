import type { PrivacyText } from '@gongji/contract';
import { PRIVACY_TEXT } from '@gongji/domain';

/** The text that holds, as the BFF answers it. */
export const privacyText = (): PrivacyText => JSON.parse(JSON.stringify(PRIVACY_TEXT)) as PrivacyText;
