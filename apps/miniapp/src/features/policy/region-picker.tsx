import type { RegionList } from '@gongji/contract';
import { useRead } from '@/shared/bff/use-read';
import { OneOf } from '@/shared/ui/choice';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';

type Region = RegionList['regions'][number];

interface Props {
  readonly chosen: string;
  readonly onChoose: (region: Region) => void;
}

/** Every region whose rules are known. */
export function RegionPicker({ chosen, onChoose }: Props) {
  const reading = useRead('regions');
  return (
    <Loaded reading={reading} cards={1}>
      {({ regions }) =>
        regions.length === 0 ? (
          <Empty icon="book" title="没有地区规则" text="这里还没有收录任何地区的规则，请咨询参保地医保经办窗口。" />
        ) : (
          <OneOf
            label="地区"
            grid
            options={regions.map(({ regionCode, regionName }) => ({ value: regionCode, label: regionName }))}
            value={chosen}
            onChange={(code) => {
              const region = regions.find(({ regionCode }) => regionCode === code);
              if (region !== undefined) onChoose(region);
            }}
          />
        )
      }
    </Loaded>
  );
}
