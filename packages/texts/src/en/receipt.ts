import type { English } from '../catalogue';
import type * as ZH from '../zh/receipt';

export const RECEIPT: English<typeof ZH.RECEIPT> = {};
