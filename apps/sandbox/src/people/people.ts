import type { SandboxPerson } from '@gongji/contract';
import { REGIONAL_ROWS } from './regional-families';
import { personOf, type Row } from './row';

export const PEOPLE_NOTICE = '演示数据，非官方。所有人物、证件号码和余额均为虚构，如有雷同纯属巧合。';

const CHEN = '陈家（深圳、梅州）';
const SUN = '孙家（济南）';
const LIU = '刘家（北京）';
const WANG = '王家（西安）';
const LIN = '林家（福州）';

const ROWS: readonly Row[] = [
  {
    key: 'chen-jianguo',
    family: CHEN,
    name: '陈建国',
    born: '1985-03-12',
    regionCode: '440300',
    scheme: 'employee',
    certificate: 1,
    account: [180_000, 620_000],
    story: '有个人账户的共济人：绑定母亲和女儿，出示医保码，代缴居民医保费。',
  },
  {
    key: 'chen-guilan',
    family: CHEN,
    name: '陈桂兰',
    born: '1958-05-06',
    regionCode: '441400',
    scheme: 'resident',
    certificate: 2,
    story: '陈建国的母亲，在梅州参加居民医保，2027 年度待缴，连续参保。',
  },
  {
    key: 'chen-xiaoyu',
    family: CHEN,
    name: '陈小雨',
    born: '2017-04-18',
    regionCode: '440300',
    scheme: 'resident',
    certificate: 4,
    story: '陈建国的女儿，未满 16 周岁，由监护人承诺。',
  },
  {
    key: 'sun-wei',
    family: SUN,
    name: '孙伟',
    born: '1981-07-22',
    regionCode: '370100',
    scheme: 'employee',
    certificate: 1,
    account: [95_000, 210_000],
    story: '济南的共济人：看妻子已由别人缴过、儿子即将满 16 周岁的情形。',
  },
  {
    key: 'sun-lan',
    family: SUN,
    name: '孙兰',
    born: '1983-09-15',
    regionCode: '370100',
    scheme: 'resident',
    certificate: 2,
    story: '孙伟的妻子，2027 年度已由别人缴过。',
  },
  {
    key: 'sun-hao',
    family: SUN,
    name: '孙浩',
    born: '2011-02-10',
    regionCode: '370100',
    scheme: 'resident',
    certificate: 3,
    story: '孙伟的儿子，2027-02-10 满 16 周岁，2027 年度待缴。',
  },
  {
    key: 'liu-min',
    family: LIU,
    name: '刘敏',
    born: '1988-01-30',
    regionCode: '110000',
    scheme: 'employee',
    certificate: 2,
    account: [120_000, 900_000],
    story: '北京的共济人：为父亲和新生儿办理。',
  },
  {
    key: 'liu-zhiqiang',
    family: LIU,
    name: '刘志强',
    born: '1955-06-08',
    regionCode: '110000',
    scheme: 'resident',
    certificate: 1,
    story: '刘敏的父亲，按老年人档缴费。',
  },
  {
    key: 'liu-tong',
    family: LIU,
    name: '刘彤',
    born: '2026-10-20',
    regionCode: '110000',
    scheme: 'resident',
    certificate: 'Y110000001',
    groups: ['newborn'],
    story: '刘敏的新生儿，只有出生医学证明。',
  },
  {
    key: 'wang-fang',
    family: WANG,
    name: '王芳',
    born: '1979-04-02',
    regionCode: '610100',
    scheme: 'employee',
    certificate: 2,
    account: [60_000, 150_000],
    story: '西安的共济人：为弟弟和母亲办理。',
  },
  {
    key: 'wang-jun',
    family: WANG,
    name: '王军',
    born: '1982-08-19',
    regionCode: '610100',
    scheme: 'resident',
    certificate: 3,
    insuranceState: 'paused',
    story: '王芳的弟弟，断缴两年，参保暂停，2027 年度可缴：有待遇等待期。',
  },
  {
    key: 'wang-xiuying',
    family: WANG,
    name: '王秀英',
    born: '1953-03-25',
    regionCode: '610100',
    scheme: 'resident',
    certificate: 4,
    story: '王芳的母亲，2027 年度待缴。',
  },
  {
    key: 'lin-hai',
    family: LIN,
    name: '林海',
    born: '1990-02-14',
    regionCode: '350100',
    scheme: 'employee',
    certificate: 1,
    account: [90_000, 190_000],
    story: '福州的共济人：余额里只有超过 2000 元的部分可以共济。',
  },
  {
    key: 'lin-mei',
    family: LIN,
    name: '林梅',
    born: '1991-06-30',
    regionCode: '350100',
    scheme: 'employee',
    certificate: 2,
    account: [30_000, 20_000],
    story: '林海的妻子，自己也有个人账户，余额不够共济。',
  },
  {
    key: 'lin-ning',
    family: LIN,
    name: '林宁',
    born: '2026-09-28',
    regionCode: '350100',
    scheme: 'resident',
    certificate: 'Y350000001',
    groups: ['newborn'],
    story: '林海的新生儿：福建规定新生儿不能用个人账户代缴。',
  },
  {
    key: 'zhou-an',
    family: '周家（深圳）',
    name: '周安',
    born: '1997-01-05',
    regionCode: '440300',
    scheme: 'employee',
    certificate: 3,
    account: [20_000, 50_000],
    insuranceState: 'paused',
    story: '与其他家庭无关，职工医保暂停：用来看各种拒绝。',
  },
];

/** The whole synthetic population. Keys stand in tests and documents: they never change. */
export const PEOPLE: readonly SandboxPerson[] = [...ROWS, ...REGIONAL_ROWS].map(personOf);

const byKey = new Map(PEOPLE.map((person) => [person.key, person]));
export const personByKey = (key: string): SandboxPerson | undefined => byKey.get(key);

const byCertificate = new Map(PEOPLE.map((person) => [person.certificateNumber, person]));
/** An x at the end of a certificate number is as good as an X. */
export const personByCertificate = (rawNumber: string): SandboxPerson | undefined => byCertificate.get(rawNumber.trim().toUpperCase());
