import type { English } from '../catalogue';
import type * as ZH from '../zh/calendar';

export const CALENDAR: English<typeof ZH.CALENDAR> = {};
