import type { BindingView, ProposeBindingRequest } from '@gongji/contract';
import { CONSENT, type GrantTerms, plainDate } from '@gongji/domain';
import { PEOPLE } from '../../apps/sandbox/src/people/people';
import type { Caller } from './edge-client';
import { faceCheck } from './face-check';

/** The wish to bind one of the sandbox's people, with both grants on; overrides win. */
export function bindingRequest(
  relativeKey: string,
  relation: ProposeBindingRequest['relation'],
  overrides: Partial<ProposeBindingRequest> = {},
): ProposeBindingRequest {
  const person = PEOPLE.find(({ key }) => key === relativeKey);
  if (person === undefined) throw new Error(`the sandbox has no ${relativeKey}`);
  const { name, certificateKind, certificateNumber, regionCode } = person;
  return {
    relative: { name, certificateKind, certificateNumber, regionCode },
    relation,
    showCode: { endsOn: null },
    shareFunds: SHARE_EVERYTHING,
    sharedLimitFen: null,
    consentVersion: CONSENT.version,
    guardianStatement: false,
    signature: 'M10 10L20 20L30 10',
    ...overrides,
  };
}

export const SHARE_EVERYTHING: GrantTerms & ProposeBindingRequest['shareFunds'] = {
  uses: ['care', 'drug', 'device', 'premium'],
  capPerPaymentFen: null,
  capPerMonthFen: null,
  startsOn: plainDate('2026-11-23'),
  endsOn: null,
  place: null,
};

/** The named relative agrees, with their own face where the binding asks for it. */
export async function accept(relative: Caller, bindingId: string): Promise<BindingView> {
  const path = { bindingId };
  const { needsFaceCheck } = await relative.ask('binding', { path });
  const faceCheckId = needsFaceCheck ? await faceCheck(relative) : null;
  return relative.ask('acceptBinding', { path, body: { faceCheckId } });
}

/** The main job's pair: a son who pays for his mother. The binding is active, the mother has accepted. */
export async function bindMother(son: Caller, mother: Caller, overrides: Partial<ProposeBindingRequest> = {}): Promise<BindingView> {
  const { bindingId } = await son.ask('proposeBinding', { body: bindingRequest('chen-guilan', 'parent', overrides) });
  const path = { bindingId };
  if ((await mother.ask('binding', { path })).awaitsMe) await accept(mother, bindingId);
  return son.ask('binding', { path });
}
