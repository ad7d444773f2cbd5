import type { English } from '../catalogue';
import type * as ZH from '../zh/add-relative';

export const ADD_RELATIVE: English<typeof ZH.ADD_RELATIVE> = {};
