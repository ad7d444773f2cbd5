import { describe, expect, it } from '@jest/globals';
import { citiesOf, type Place, placeName, provincesOf, searchPlaces } from './places';

const place = (regionCode: string, regionName: string): Place => ({ regionCode, regionName, hasOwnRules: true });
const GUANGDONG = place('440000', '广东省');
const PLACES = [
  place('000000', '全国'),
  place('110000', '北京市'),
  GUANGDONG,
  place('440100', '广州市'),
  place('440300', '深圳市'),
  place('450000', '广西壮族自治区'),
  place('450100', '南宁市'),
];
const names = (places: readonly Place[]) => places.map(({ regionName }) => regionName);

describe('places', () => {
  it('are provinces with their cities, and the country is none of them', () => {
    expect(names(provincesOf(PLACES))).toEqual(['北京市', '广东省', '广西壮族自治区']);
    expect(names(citiesOf(PLACES, GUANGDONG))).toEqual(['广州市', '深圳市']);
  });

  it.each([
    ['广州', ['广州市']],
    ['广 州市', ['广州市']],
    ['广东广州', ['广州市']],
    ['广东省深圳', ['深圳市']],
    ['广东', ['广东省', '广州市', '深圳市']],
    ['广西南宁', ['南宁市']],
    ['广', ['广东省', '广州市', '深圳市', '广西壮族自治区', '南宁市']],
    ['纽约', []],
    [' ', []],
  ])('are found by %s', (typed, found) => expect(names(searchPlaces(PLACES, typed))).toEqual(found));

  it('are not all listed where the search is too short to help', () => {
    const many = Array.from({ length: 99 }, (_, index) => place(`44${String(index + 1).padStart(2, '0')}00`, `第${index}市`));
    expect(searchPlaces([GUANGDONG, ...many], '市')).toHaveLength(30);
  });

  it('are named with their province, a municipality by itself', () => {
    expect(PLACES.map((each) => placeName(PLACES, each))).toEqual([
      '全国',
      '北京市',
      '广东省',
      '广东省广州市',
      '广东省深圳市',
      '广西壮族自治区',
      '广西壮族自治区南宁市',
    ]);
  });
});
