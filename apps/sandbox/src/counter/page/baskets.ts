import { fen } from '@gongji/domain';
import type { Institution } from '../shapes';
import type { Item, ItemKind } from './items';

export interface Basket {
  readonly name: string;
  readonly items: readonly Item[];
}

const item = (kind: ItemKind, name: string, priceFen: number): Item => ({ kind, name, priceFen: fen(priceFen), count: 1 });
const times = (count: number, each: Item): Item => ({ ...each, count });

const COLD = [item('drug', '布洛芬缓释胶囊', 1_860), times(2, item('drug', '感冒清热颗粒', 2_280))];

/** Ready-made bills for a demonstration; names are ordinary ones, prices are made up. */
export const BASKETS: Readonly<Record<Institution['kind'], readonly Basket[]>> = {
  hospital: [
    { name: '普通门诊', items: [item('care', '普通门诊诊查费', 2_500), item('care', '血常规', 2_000), item('care', '胸部正位片', 8_360)] },
    { name: '感冒取药', items: COLD },
    { name: '康复器械', items: [item('device', '腋下拐杖（副）', 15_800), times(2, item('device', '护膝', 6_900))] },
    { name: '门诊加自费', items: [item('care', '专家门诊诊查费', 6_000), times(5, item('not-payable', '病历复印', 80))] },
    { name: '混合清单', items: [item('care', '普通门诊诊查费', 2_500), ...COLD] },
  ],
  pharmacy: [
    { name: '感冒用药', items: COLD },
    { name: '慢病取药', items: [times(3, item('drug', '苯磺酸氨氯地平片', 3_250)), times(2, item('drug', '二甲双胍缓释片', 2_640))] },
    { name: '家用器械', items: [item('device', '电子血压计', 19_900), item('device', '血糖试纸', 6_800)] },
    { name: '药品加自费', items: [times(2, item('drug', '板蓝根颗粒', 1_580)), item('not-payable', '蛋白粉', 16_800)] },
    { name: '混合清单', items: [item('drug', '维生素 B 片', 480), item('device', '电子体温计', 3_900)] },
  ],
};
