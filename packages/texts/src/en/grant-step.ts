import type { English } from '../catalogue';
import type * as ZH from '../zh/grant-step';

export const GRANT_STEP: English<typeof ZH.GRANT_STEP> = {
  unknown: 'The network did not answer, and it may have worked. Please see first where it stands now.',
  look: 'See where it stands now',
  pause: 'Yes, pause it',
  withdraw: 'Yes, withdraw it',
  cancel: 'Cancel',
  of: '{act}: {grant}',
};
