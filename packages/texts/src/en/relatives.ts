import type { English } from '../catalogue';
import type * as ZH from '../zh/relatives';

export const RELATIVES: English<typeof ZH.RELATIVES> = {};
