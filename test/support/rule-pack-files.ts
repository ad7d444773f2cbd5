import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPolicyBook, type Place, type PolicyBook, type RulePack } from '@gongji/domain';
import { parse } from 'yaml';

/** Tests run from the root, with and without Jest. */
const FOLDER = 'config/policies';

/** The rule packs of this repository, as they stand in their files and nobody has checked them. */
export const readRulePackFiles = (): readonly { readonly file: string; readonly raw: unknown }[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, raw: parse(readFileSync(join(FOLDER, file), 'utf8')) }));

/** The places of the country. */
export function readPlaces(): readonly Place[] {
  const { places } = JSON.parse(readFileSync(join(FOLDER, 'regions.json'), 'utf8')) as { places: Readonly<Record<string, string>> };
  return Object.entries(places).map(([regionCode, regionName]) => ({ regionCode, regionName }));
}

/** The same as packs; read once, since nobody changes them and some tests come for them with each of hundreds of cases. */
export const shippedPacks = (): readonly RulePack[] => {
  packs ??= readRulePackFiles().map(({ raw }) => raw as RulePack);
  return packs;
};
let packs: readonly RulePack[] | undefined;

/** The book that a start with this repository's packs has; built once, since nobody can change it. */
export const shippedPolicyBook = (): PolicyBook => {
  shipped ??= buildPolicyBook(shippedPacks(), readPlaces());
  return shipped;
};
let shipped: PolicyBook | undefined;
