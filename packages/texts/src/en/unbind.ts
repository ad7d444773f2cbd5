import type { English } from '../catalogue';
import type * as ZH from '../zh/unbind';

export const UNBIND: English<typeof ZH.UNBIND> = {};
