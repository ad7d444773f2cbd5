/** How those who start the whole system learn of a migrated folder: to make one takes eight seconds of a processor. */
export const EMBEDDED_TEMPLATE = 'GONGJI_TEST_EMBEDDED';
