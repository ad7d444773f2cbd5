import type { English } from '../catalogue';
import type * as ZH from '../zh/policy';

export const POLICY: English<typeof ZH.POLICY> = {};
