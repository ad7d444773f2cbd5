import type { English } from '../catalogue';
import type * as ZH from '../zh/premium';

export const PREMIUM: English<typeof ZH.PREMIUM> = {};
