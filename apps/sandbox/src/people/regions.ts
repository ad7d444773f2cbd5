/** The places in which the sandbox has people. */
export const REGION_NAMES: Readonly<Record<string, string>> = {
  '110000': '北京市',
  '310000': '上海市',
  '320100': '南京市',
  '330100': '杭州市',
  '350100': '福州市',
  '370100': '济南市',
  '420100': '武汉市',
  '430100': '长沙市',
  '440300': '深圳市',
  '441400': '梅州市',
  '520100': '贵阳市',
  '610100': '西安市',
  '620100': '兰州市',
};

/** The gateway says where somebody is insured by code; a code that the sandbox has nobody from stays a code. */
export const regionNameOf = (regionCode: string): string => REGION_NAMES[regionCode] ?? regionCode;
