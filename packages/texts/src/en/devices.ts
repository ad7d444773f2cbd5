import type { English } from '../catalogue';
import type * as ZH from '../zh/devices';

export const DEVICES: English<typeof ZH.DEVICES> = {};
