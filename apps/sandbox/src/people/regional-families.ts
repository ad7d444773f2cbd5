import type { Row } from './row';

type Member = Omit<Row, 'family' | 'regionCode' | 'scheme'>;

/** Who has an account is in the employee scheme. */
const family = (name: string, regionCode: string, members: readonly Member[]): readonly Row[] =>
  members.map((member) => ({ ...member, family: name, regionCode, scheme: member.account ? 'employee' : 'resident' }));

// One sponsor and one near relative in each further kind of region, so that each region's own rules can be tried.
export const REGIONAL_ROWS: readonly Row[] = [
  ...family('何家（长沙）', '430100', [
    {
      key: 'he-ping',
      name: '何平',
      born: '1980-05-14',
      certificate: 1,
      account: [110_000, 330_000],
      story: '长沙的共济人：湖南限制同时和累计的亲属人数。',
    },
    { key: 'he-jianjun', name: '何建军', born: '1954-11-03', certificate: 3, story: '何平的父亲，居民医保，2027 年度待缴。' },
  ]),
  ...family('许家（南京）', '320100', [
    {
      key: 'xu-qiang',
      name: '许强',
      born: '1986-02-27',
      certificate: 1,
      account: [140_000, 260_000],
      story: '南京的共济人：江苏的共济有开始和结束日期。',
    },
    { key: 'tang-li', name: '唐丽', born: '1987-08-09', certificate: 2, story: '许强的妻子，居民医保，2027 年度待缴。' },
  ]),
  ...family('沈家（杭州）', '330100', [
    {
      key: 'shen-ming',
      name: '沈明',
      born: '1978-12-01',
      certificate: 5,
      account: [150_000, 480_000],
      story: '杭州的共济人：浙江只有历年余额可以共济。',
    },
    { key: 'shen-guohua', name: '沈国华', born: '1951-04-17', certificate: 1, story: '沈明的父亲，居民医保，2027 年度待缴。' },
  ]),
  ...family('陆家（上海）', '310000', [
    {
      key: 'lu-yuan',
      name: '陆远',
      born: '1984-06-21',
      certificate: 3,
      account: [200_000, 700_000],
      story: '上海的共济人：只有历年余额可以共济。',
    },
    { key: 'lu-ke', name: '陆可', born: '2014-09-05', certificate: 2, story: '陆远的女儿，未满 16 周岁，由监护人承诺。' },
  ]),
  ...family('马家（兰州）', '620100', [
    {
      key: 'ma-jun',
      name: '马俊',
      born: '1982-10-11',
      certificate: 1,
      account: [70_000, 180_000],
      story: '兰州的共济人：甘肃要先划出共济额度，亲属只能用额度以内的钱。',
    },
    { key: 'ma-yulan', name: '马玉兰', born: '1957-07-07', certificate: 2, story: '马俊的母亲：甘肃要年满 16 周岁的使用人本人刷脸。' },
  ]),
  ...family('胡家（武汉）', '420100', [
    {
      key: 'hu-yong',
      name: '胡勇',
      born: '1983-01-19',
      certificate: 7,
      account: [100_000, 240_000],
      story: '武汉的共济人：看绑定多久以后才能解绑。',
    },
    { key: 'hu-liang', name: '胡亮', born: '1989-03-23', certificate: 1, story: '胡勇的弟弟，居民医保，2027 年度待缴。' },
  ]),
  ...family('杨家（贵阳）', '520100', [
    {
      key: 'yang-lin',
      name: '杨琳',
      born: '1992-05-30',
      certificate: 2,
      account: [80_000, 120_000],
      story: '贵阳的共济人：使用人同时只能有一位共济人。',
    },
    { key: 'yang-defu', name: '杨德福', born: '1944-02-15', certificate: 3, story: '杨琳的爷爷，居民医保，2027 年度待缴。' },
  ]),
];
