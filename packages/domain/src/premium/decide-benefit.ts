import { dayText, type PlainDate } from '../dates';
import type { PersonFacts, Scheme } from '../person/person';
import { NO_BENEFIT_TEXT } from './waiting-period';

export interface BenefitRequest {
  readonly person: PersonFacts;
  /** The scheme that benefits are asked of. */
  readonly scheme: Scheme;
  readonly on: PlainDate;
  /** What a premium that was paid here for the year bought; null: none was, or it was paid elsewhere. */
  readonly cover: { readonly startsOn: PlainDate; readonly endsOn: PlainDate } | null;
}

export interface BenefitAnswer {
  readonly enjoys: boolean;
  /** null where nothing known here says from when or until when. */
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  /** Why not, or what it rests on. */
  readonly text: string;
}

export const SCHEME_TEXT: Readonly<Record<Scheme, string>> = { employee: '职工医保', resident: '居民医保' };

/**
 * May this person have benefits of a scheme on a day: as the insurance register stands now, and behind the waiting period of 国办发〔2024〕33号 where the
 * premium was paid here. Of a premium that was paid elsewhere the register's word is all there is, and the answer says so.
 */
export function decideBenefit({ person, scheme, on, cover }: BenefitRequest): BenefitAnswer {
  if (person.diedOn !== null || person.insuranceState === 'none') return no('没有参加基本医疗保险。');
  if (person.scheme !== scheme) return no(`没有参加${SCHEME_TEXT[scheme]}。`);
  if (person.insuranceState !== 'normal')
    return no(`${SCHEME_TEXT[scheme]}${person.insuranceState === 'paused' ? '已暂停参保' : '已终止参保'}。`);
  if (scheme === 'employee') return { enjoys: true, startsOn: null, endsOn: null, text: '职工医保正常参保。' };
  if (cover === null)
    return { enjoys: true, startsOn: null, endsOn: null, text: '居民医保正常参保；这个年度的缴费不在本系统，待遇起止以参保地为准。' };
  if (cover.startsOn > cover.endsOn) return no(`待遇等待期（国办发〔2024〕33号）结束时本年度已过，${NO_BENEFIT_TEXT}。`);
  if (on < cover.startsOn)
    return { ...cover, enjoys: false, text: `待遇等待期（国办发〔2024〕33号）还没有满，${dayText(cover.startsOn)}起享受待遇。` };
  return { ...cover, enjoys: true, text: `居民医保正常参保，待遇到${dayText(cover.endsOn)}为止。` };
}

const no = (text: string): BenefitAnswer => ({ enjoys: false, startsOn: null, endsOn: null, text });
