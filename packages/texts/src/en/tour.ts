import type { English } from '../catalogue';
import type * as ZH from '../zh/tour';

export const TOUR: English<typeof ZH.TOUR> = {};
