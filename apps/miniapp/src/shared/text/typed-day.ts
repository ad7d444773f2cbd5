import { type PlainDate, parseDate } from '@gongji/domain';

const WAYS = [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, /^(\d{4})(年)(\d{1,2})月(\d{1,2})日?$/];

/** A day as people write it: 2027-12-31, 2027/12/31, 2027.12.31 or 2027年12月31日, from a full-width keyboard too. undefined: no such day. */
export function parseTypedDay(typed: string): PlainDate | undefined {
  // NFKC makes full-width letters half-width.
  const written = typed.normalize('NFKC').replace(/\s/g, '');
  const [, year = '', , month = '', day = ''] = WAYS.map((way) => way.exec(written)).find((found) => found !== null) ?? [];
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
