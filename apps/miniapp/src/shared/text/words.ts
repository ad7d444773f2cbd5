export const SCHEME_TEXT = { employee: '职工医保', resident: '居民医保' } as const;
export const POT_TEXT = { currentYear: '当年账户', carriedOver: '历年账户' } as const;
