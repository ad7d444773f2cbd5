import type { English } from '../catalogue';
import type * as ZH from '../zh/binding';

export const BINDING: English<typeof ZH.BINDING> = {};
