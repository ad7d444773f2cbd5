import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { citiesOf, COUNTRY, type Place, placeName, provinceOf, provincesOf, searchPlaces } from '../places/places';
import { Button } from './button';
import { OneOf } from './choice';
import { Empty } from './empty';
import { Field } from './field';

interface Props {
  readonly id: string;
  readonly places: readonly Place[];
  readonly chosen: string | null;
  /** Whose province is open at first: most relatives live in the same one. */
  readonly near: string;
  readonly canChoose: (place: Place) => boolean;
  readonly onChoose: (place: Place) => void;
}

/** Province, then city; or a part of the name. */
export function PlacePicker({ id, places, chosen, near, canChoose, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const [province, setProvince] = useState(() => provinceOf(places, chosen ?? near));
  if (places.length === 0) {
    return <Empty icon="book" title="没有地区规则" text="这里还没有收录任何地区的规则，请咨询参保地医保经办窗口。" />;
  }
  const list = { places, chosen, onChoose };
  const choose = (picked: Place) => {
    // A municipality is province and city in one.
    if (citiesOf(places, picked).length === 0) onChoose(picked);
    else setProvince(picked);
  };
  return (
    <View className="places">
      <Field
        id={`${id}-search`}
        label="搜索城市"
        hint="输入城市或省份名的一部分，如“深圳”"
        maxLength={20}
        value={typed}
        onChange={setTyped}
      />
      {typed.trim() !== '' ? (
        <Found {...list} found={searchPlaces(places, typed).filter(canChoose)} />
      ) : province === undefined ? (
        <Provinces {...list} whole={places.filter((place) => place.regionCode === COUNTRY && canChoose(place))} onPick={choose} />
      ) : (
        <View>
          <View className="line">
            <Text className="strong">{province.regionName}</Text>
            <Button kind="text" inline label={`换省份，现在是${province.regionName}`} onTap={() => setProvince(undefined)}>
              换省份
            </Button>
          </View>
          <Places {...list} label={`${province.regionName}的城市`} shown={[province, ...citiesOf(places, province)].filter(canChoose)} />
        </View>
      )}
    </View>
  );
}

interface ListProps {
  readonly places: readonly Place[];
  readonly chosen: string | null;
  readonly onChoose: (place: Place) => void;
}

interface PlacesProps extends ListProps {
  readonly label: string;
  readonly shown: readonly Place[];
  readonly full?: boolean;
}

const Places = ({ places, chosen, onChoose, label, shown, full = false }: PlacesProps) => (
  <OneOf
    label={label}
    grid={full ? false : 'short'}
    options={shown.map((place) => ({ value: place.regionCode, label: full ? placeName(places, place) : place.regionName }))}
    value={chosen}
    onChange={(code) => {
      const place = shown.find(({ regionCode }) => regionCode === code);
      if (place !== undefined) onChoose(place);
    }}
  />
);

const Found = ({ found, ...list }: ListProps & { readonly found: readonly Place[] }) =>
  found.length === 0 ? (
    <Text className="block muted">没有找到，请换一个写法，或清空后按省份选。</Text>
  ) : (
    <Places {...list} label="搜到的地区" shown={found} full />
  );

interface ProvincesProps extends ListProps {
  readonly whole: readonly Place[];
  readonly onPick: (place: Place) => void;
}

const Provinces = ({ whole, onPick, ...list }: ProvincesProps) => (
  <View>
    {whole.length > 0 && <Places {...list} label="全国" shown={whole} />}
    <Places {...list} label="省份" shown={provincesOf(list.places)} onChoose={onPick} />
  </View>
);
