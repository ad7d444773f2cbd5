import type { English } from '../catalogue';
import type * as ZH from '../zh/messages';

export const MESSAGES: English<typeof ZH.MESSAGES> = {};
