import type { English } from '../catalogue';
import type * as ZH from '../zh/insurance-code';

export const INSURANCE_CODE: English<typeof ZH.INSURANCE_CODE> = {};
