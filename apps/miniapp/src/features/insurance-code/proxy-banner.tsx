import { INSURANCE_CODE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { PersonBadge, personGround } from '@/shared/ui/person-badge';
import type { Showable } from './showable-people';

export const BANNER_ID = 'proxy-banner';

/** In the relative's own colour, with their mark and name: nobody takes it for their own code. */
export const ProxyBanner = ({ person: { personId, name } }: { readonly person: Showable }) => (
  <View id={BANNER_ID} className={`proxy ${personGround(personId)}`}>
    <PersonBadge personId={personId} name={name} />
    {say(INSURANCE_CODE.proxy.banner, { name })}
  </View>
);
