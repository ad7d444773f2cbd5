import type { English } from '../catalogue';
import type * as ZH from '../zh/privacy';

export const PRIVACY: English<typeof ZH.PRIVACY> = {};
