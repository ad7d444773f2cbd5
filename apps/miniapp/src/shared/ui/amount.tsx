import { type Fen, fenText } from '@gongji/domain';
import { Text } from '@tarojs/components';

interface Props {
  readonly fen: Fen;
  readonly huge?: boolean;
  /** Shows + on what came in. */
  readonly signed?: boolean;
}

export const Amount = ({ fen, huge = false, signed = false }: Props) => (
  <Text className={`amount ${huge ? 'amount--huge' : ''}`}>{`${signed && fen > 0 ? '+' : ''}${fenText(fen)}`}</Text>
);
