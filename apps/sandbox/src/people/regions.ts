const NAMES: Readonly<Record<string, string>> = {
  '110000': '北京市',
  '350100': '福州市',
  '370100': '济南市',
  '440300': '深圳市',
  '441400': '梅州市',
  '610100': '西安市',
};

/** The gateway says where somebody is insured by code; a code that the sandbox has nobody from stays a code. */
export const regionNameOf = (regionCode: string): string => NAMES[regionCode] ?? regionCode;
