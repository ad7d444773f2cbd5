import { View } from '@tarojs/components';
import { FieldSamples } from './field-samples';
import { FactSamples } from './fact-samples';
import { ReadSamples } from './read-samples';
import { RuleSamples } from './rule-samples';
import { TapSamples } from './tap-samples';
import { WriteSamples } from './write-samples';

/** Every component of shared/ui in every state, in the theme and the size of text that this phone is in. */
export const Gallery = () => (
  <View>
    <TapSamples />
    <FieldSamples />
    <WriteSamples />
    <ReadSamples />
    <FactSamples />
    <RuleSamples />
  </View>
);
