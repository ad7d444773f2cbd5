import { type Fen, fen, ZERO } from '@gongji/domain';

/** A plain share for demonstration, not a rule of any region: hospitals half, pharmacies nothing. The cashier can change it. */
export const demoFundShare = (kind: 'hospital' | 'pharmacy', totalFen: Fen): Fen =>
  kind === 'hospital' ? fen(Math.floor(totalFen / 2)) : ZERO;
