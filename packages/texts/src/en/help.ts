import type { English } from '../catalogue';
import type * as ZH from '../zh/help';

export const HELP: English<typeof ZH.HELP> = {};
