import type { SandboxInstitution } from '@gongji/contract';

const institution = (code: string, name: string, regionCode: string): SandboxInstitution => ({
  code,
  name: `${name}（演示）`,
  regionCode,
  kind: code.startsWith('H') ? 'hospital' : 'pharmacy',
  accessKey: `sandbox-access-${code}`,
  secretKey: `sandbox-secret-${code}`,
});

/** Codes have 12 places as in the national register: H hospital or P pharmacy, region, serial. The keys are public on purpose: they open only a sandbox. */
export const INSTITUTIONS: readonly SandboxInstitution[] = [
  institution('H44030000001', '深圳市莲花医院', '440300'),
  institution('P44030000001', '深圳市安心大药房', '440300'),
  institution('H44140000001', '梅州市客都医院', '441400'),
  institution('H37010000001', '济南市泉城医院', '370100'),
  institution('H11000000001', '北京市银杏医院', '110000'),
  institution('H61010000001', '西安市雁南医院', '610100'),
  institution('P35010000001', '福州市榕树大药房', '350100'),
  institution('H43010000001', '长沙市橘洲医院', '430100'),
  institution('H32010000001', '南京市梧桐医院', '320100'),
  institution('H33010000001', '杭州市桂雨医院', '330100'),
  institution('H31000000001', '上海市玉兰医院', '310000'),
  institution('H62010000001', '兰州市黄河医院', '620100'),
  institution('H42010000001', '武汉市江城医院', '420100'),
  institution('H52010000001', '贵阳市林城医院', '520100'),
];

const byCode = new Map(INSTITUTIONS.map((entry) => [entry.code, entry]));
export const institutionByCode = (code: string): SandboxInstitution | undefined => byCode.get(code);
