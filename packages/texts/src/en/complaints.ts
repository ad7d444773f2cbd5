import type { English } from '../catalogue';
import type * as ZH from '../zh/complaints';

export const COMPLAINTS: English<typeof ZH.COMPLAINTS> = {};
