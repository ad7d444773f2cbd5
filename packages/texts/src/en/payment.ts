import type { English } from '../catalogue';
import type * as ZH from '../zh/payment';

export const PAYMENT: English<typeof ZH.PAYMENT> = {};
