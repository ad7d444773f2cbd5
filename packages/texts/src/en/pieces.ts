import type { English } from '../catalogue';
import type * as ZH from '../zh/pieces';

export const PIECES: English<typeof ZH.PIECES> = {};
