import type { RegionList } from '@gongji/contract';

export type Place = RegionList['regions'][number];

/** More than these and the search is too short to help. */
const MOST_FOUND = 30;
export const COUNTRY = '000000';

/** GB/T 2260: the first two digits name the province. */
const provinceCode = (regionCode: string): string => `${regionCode.slice(0, 2)}0000`;
const isProvince = ({ regionCode }: Place): boolean => regionCode === provinceCode(regionCode) && regionCode !== COUNTRY;

export const provincesOf = (places: readonly Place[]): readonly Place[] => places.filter(isProvince);

export const provinceOf = (places: readonly Place[], regionCode: string): Place | undefined =>
  regionCode === COUNTRY ? undefined : places.find((place) => place.regionCode === provinceCode(regionCode));

/** In the order of the list. A municipality may have none: people are insured in it as a whole. */
export const citiesOf = (places: readonly Place[], province: Place): readonly Place[] =>
  places.filter((place) => provinceCode(place.regionCode) === province.regionCode && place.regionCode !== province.regionCode);

/** 广州, 广州市 and 广东广州 all find 广州市; the name of a province finds its cities too. */
export function searchPlaces(places: readonly Place[], typed: string): readonly Place[] {
  const wanted = typed.replace(/\s/g, '');
  if (wanted === '') return [];
  const found = places.filter((place) => {
    const province = provinceOf(places, place.regionCode)?.regionName ?? '';
    return [`${province}${place.regionName}`, `${shortName(province)}${place.regionName}`].some((name) => name.includes(wanted));
  });
  return found.slice(0, MOST_FOUND);
}

/** 广东省深圳市 */
export function placeName(places: readonly Place[], { regionCode, regionName }: Place): string {
  const province = provinceOf(places, regionCode);
  return province === undefined || province.regionCode === regionCode ? regionName : `${province.regionName}${regionName}`;
}

const shortName = (province: string): string => province.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, '');
