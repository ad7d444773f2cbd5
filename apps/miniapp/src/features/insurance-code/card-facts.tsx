import type { PersonCard } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { dotted, schemeText } from '@/shared/text/words';

/** Enough to tell two relatives of one name apart, and no more. */
export const CardFacts = ({ card }: { readonly card: PersonCard }) => (
  <View>
    <Text className="block">{dotted(schemeText(card.scheme), card.regionName)}</Text>
    <Text className="block">{card.maskedCertificate}</Text>
  </View>
);
