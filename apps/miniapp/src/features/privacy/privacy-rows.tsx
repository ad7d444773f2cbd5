import { MINE, PRIVACY } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';

type Target = 'access-log' | 'code-log' | 'devices' | 'privacy-consent' | 'privacy-export' | 'delete-account';

const ROWS = PRIVACY.rows;

/** Everything that a person may see and decide about what is kept of them. */
export const PrivacyRows = ({ onOpen }: { readonly onOpen: (page: Target) => void }) => (
  <View className="stack">
    <Card flush>
      <TapRow icon="eye" title={say(ROWS.accessLog)} note={say(ROWS.accessLogNote)} onTap={() => onOpen('access-log')} />
      <TapRow icon="code" title={say(MINE.rows.codeLog)} note={say(ROWS.codeLogNote)} onTap={() => onOpen('code-log')} />
      <TapRow icon="phone" title={say(MINE.rows.devices)} note={say(ROWS.devicesNote)} onTap={() => onOpen('devices')} />
    </Card>
    <Card flush>
      <TapRow icon="doc" title={say(ROWS.consent)} note={say(ROWS.consentNote)} onTap={() => onOpen('privacy-consent')} />
      <TapRow icon="doc" title={say(ROWS.export)} note={say(ROWS.exportNote)} onTap={() => onOpen('privacy-export')} />
      <TapRow icon="exit" title={say(ROWS.deletion)} note={say(ROWS.deletionNote)} onTap={() => onOpen('delete-account')} />
    </Card>
    <Text className="block muted">{say(ROWS.correct)}</Text>
  </View>
);
