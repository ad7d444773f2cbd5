import type { English } from '../catalogue';
import type * as ZH from '../zh/mine';

export const MINE: English<typeof ZH.MINE> = {};
