import type { PolicyBook } from '@gongji/domain';
import { loadPolicyBook } from '../../apps/bff/src/outside/rule-packs';

let checked: PolicyBook | undefined;

/** The shipped rules as a start reads and checks them; once, since nobody can change them. */
export const checkedBook = (): PolicyBook => (checked ??= loadPolicyBook('config/policies'));
