import type { Page } from '../../apps/miniapp/src/shared/platform/pages';
import { ACCOUNT_SCREENS } from './account.screens';
import { FAMILY_SCREENS } from './family.screens';
import { PAYING_SCREENS } from './paying.screens';
import { RIGHTS_SCREENS } from './rights.screens';
import type { Screen } from './screen';
import { TAB_SCREENS } from './tabs.screens';

/** Every page with every state it can be in. */
export const EVERY_SCREEN = {
  ...TAB_SCREENS,
  ...FAMILY_SCREENS,
  ...PAYING_SCREENS,
  ...ACCOUNT_SCREENS,
  ...RIGHTS_SCREENS,
} as const satisfies Readonly<Record<Page, Screen>>;

export const SCREENS = Object.entries(EVERY_SCREEN) as readonly (readonly [Page, Screen])[];
