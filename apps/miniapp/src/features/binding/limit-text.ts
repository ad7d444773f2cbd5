import type { SharedLimit } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { capOf } from './add/draft';

interface LimitWords {
  readonly title: string;
  readonly set: string;
  readonly none: string;
  readonly most: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly done: string;
}

/** Three things that regions call by three names: a ceiling, money set aside, money moved. */
export const LIMIT_WORDS: Readonly<Record<SharedLimit['kind'], LimitWords>> = {
  limit: {
    title: '全体亲属共用限额',
    set: '现在的限额',
    none: '没有设置',
    most: '最多可以设',
    label: '新的限额（元）',
    hint: '所有家人加起来最多用这么多',
    button: '保存限额',
    done: '限额已保存',
  },
  quota: {
    title: '家庭共济额度',
    set: '现在的额度',
    none: '没有设置',
    most: '最多可以留出',
    label: '新的额度（元）',
    hint: '留给家人用的钱，您自己不能用；没有用完的可以调低额度收回',
    button: '保存额度',
    done: '额度已保存',
  },
  pool: {
    title: '家庭共济账户',
    set: '已经划入',
    none: '还没有划入',
    most: '累计最多可以划入',
    label: '划入以后的总额（元）',
    hint: '从您的个人账户划到家庭共济账户，划入以后不能调低',
    button: '确认划入',
    done: '已划入家庭共济账户',
  },
};

/** Why this amount cannot be set; null: it can be tried. */
export function limitError(typed: string, { kind, limitFen, spentFen, mostFen }: SharedLimit): string | null {
  const wanted = capOf(typed);
  if (!wanted) return '请填大于 0 的金额，最多两位小数';
  if (wanted === limitFen) return '和现在的金额一样';
  if (wanted < spentFen) return `不能低于家人已经用掉的 ${fenText(spentFen)}`;
  if (kind === 'pool' && limitFen !== null && wanted < limitFen) return `不能低于已经划入的 ${fenText(limitFen)}`;
  return mostFen !== null && wanted > mostFen ? `${LIMIT_WORDS[kind].most} ${fenText(mostFen)}` : null;
}
