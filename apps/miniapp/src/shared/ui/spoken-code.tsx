import { groupedReference, spokenCode } from '@gongji/domain';
import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '../text/say';

interface Props {
  /** As the catalogue names it. */
  readonly code: string | null;
  /** Of the request, or of what was asked for. */
  readonly reference?: string | null;
}

/** What one reads out on the phone: the number of the refusal and that of the request. Neither breaks in two. */
export function SpokenCode({ code, reference = null }: Props) {
  const number = code === null ? null : spokenCode(code);
  if (number === null && reference === null) return null;
  return (
    <View className="spoken-code">
      {number !== null && <Text className="spoken-code__part">{say(PIECES.spoken.code, { number })}</Text>}
      {reference !== null && (
        <Text className="spoken-code__part">{say(PIECES.spoken.reference, { number: groupedReference(reference) })}</Text>
      )}
    </View>
  );
}
