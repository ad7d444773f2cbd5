import type { English } from '../catalogue';
import type * as ZH from '../zh/account';

export const ACCOUNT: English<typeof ZH.ACCOUNT> = {};
