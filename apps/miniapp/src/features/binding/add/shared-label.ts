/** What the limit for all relatives together is called, as the region has it. */
export const SHARED_LABEL = { limit: '全体亲属共用限额', quota: '划出的共济额度', pool: '划入家庭共济账户' } as const;
