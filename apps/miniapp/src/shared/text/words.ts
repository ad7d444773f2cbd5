export const SCHEME_TEXT = { employee: '职工医保', resident: '居民医保' } as const;
