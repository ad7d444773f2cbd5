import { type Fen, fenText } from '@gongji/domain';
import { Text } from '@tarojs/components';

interface Props {
  readonly fen: Fen;
  readonly huge?: boolean;
  /** Shows + on what came in. */
  readonly signed?: boolean;
}

/** A sum in yuan and fen, in figures of one width, never broken in two. */
export const Amount = ({ fen, huge = false, signed = false }: Props) => (
  <Text className={`amount ${huge ? 'amount--huge' : ''}`}>{`${signed && fen > 0 ? '+' : ''}${fenText(fen)}`}</Text>
);
