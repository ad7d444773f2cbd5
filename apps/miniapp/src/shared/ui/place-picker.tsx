import { INNER_PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { citiesOf, COUNTRY, type Place, placeName, provinceOf, provincesOf, searchPlaces } from '../places/places';
import { say } from '../text/say';
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

/** Finds a place by province and city, or by a part of its name. */
export function PlacePicker({ id, places, chosen, near, canChoose, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const [province, setProvince] = useState(() => provinceOf(places, chosen ?? near));
  if (places.length === 0) {
    return <Empty icon="book" title={say(INNER_PIECES.places.none)} text={say(INNER_PIECES.places.noneText)} />;
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
        label={say(INNER_PIECES.places.search)}
        hint={say(INNER_PIECES.places.hint)}
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
            <Button
              kind="text"
              inline
              label={say(INNER_PIECES.places.otherProvinceNow, { province: province.regionName })}
              onTap={() => setProvince(undefined)}
            >
              {say(INNER_PIECES.places.otherProvince)}
            </Button>
          </View>
          <Places
            {...list}
            label={say(INNER_PIECES.places.citiesOf, { province: province.regionName })}
            shown={[province, ...citiesOf(places, province)].filter(canChoose)}
          />
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
    options={shown.map((place) => ({ value: place.regionCode, label: full ? placeName(places, place) : say(place.regionName) }))}
    value={chosen}
    onChange={(code) => {
      const place = shown.find(({ regionCode }) => regionCode === code);
      if (place !== undefined) onChoose(place);
    }}
  />
);

const Found = ({ found, ...list }: ListProps & { readonly found: readonly Place[] }) =>
  found.length === 0 ? (
    <Text className="block muted">{say(INNER_PIECES.places.notFound)}</Text>
  ) : (
    <Places {...list} label={say(INNER_PIECES.places.found)} shown={found} full />
  );

interface ProvincesProps extends ListProps {
  readonly whole: readonly Place[];
  readonly onPick: (place: Place) => void;
}

const Provinces = ({ whole, onPick, ...list }: ProvincesProps) => (
  <View>
    {whole.length > 0 && <Places {...list} label={say(INNER_PIECES.places.country)} shown={whole} />}
    <Places {...list} label={say(INNER_PIECES.places.provinces)} shown={provincesOf(list.places)} onChoose={onPick} />
  </View>
);
