import type { English } from '../catalogue';
import type * as ZH from '../zh/invitation';

export const INVITATION: English<typeof ZH.INVITATION> = {};
