import type { English } from '../catalogue';
import type * as ZH from '../zh/devices';

export const DEVICES: English<typeof ZH.DEVICES> = {
  list: {
    now: 'This is how things are now.',
    none: 'No devices yet',
    noneText: 'Once a phone has logged in or shown an insurance code, it is listed here.',
    stranger:
      'If you see a device that you do not know, please remove it or log it out at once. If you lost a phone, you can also do this on another phone after logging in.',
    removed: '{device} was removed',
    loggedOut: '{device} was logged out',
    loggedOutOthers: 'All other phones were logged out',
  },
  phone: {
    noName: 'Phone without a name',
    thisOne: 'This phone',
    lastUsed: 'Last used: {at}',
    noLogIn: 'Not logged in.',
    logIn: 'Logged in since {at}.',
    noKeys: 'It can show nobody’s insurance code without network.',
    ownKey: 'It can show your insurance code without network (since {at}).',
    key: 'It can show the insurance code of {person} without network (since {at}).',
    logOut: 'Log it out',
    logOutSpoken: 'Log it out: {device}',
    remove: 'Remove this device',
    removeSpoken: 'Remove this device: {device}',
  },
  everywhere: {
    others: 'Log out all other phones',
    all: 'Log out everywhere, this phone too',
    title: 'Log out everywhere?',
    confirm: 'Log out everywhere',
    keep: 'Stay logged in',
    told: 'All phones are logged out at once, this one too. Bindings, premiums and balances stay as they are; log in again to see them.',
    offline: 'Insurance codes without network do not end with this. If you lost a phone, please remove that device first.',
  },
  removal: {
    title: 'Remove {device}?',
    act: 'Removing the device',
    confirm: 'Remove {device}',
    keep: 'Keep this device',
    back: 'Back to the devices',
    ofAnother:
      'Once removed, it can no longer show your insurance code without network. Whether it may show it with network still depends on “Show their insurance code”, which you can turn off under Family.',
    ofThis:
      'This is the phone you are using. Once removed, its insurance codes without network end at once and do not come back until you log in again; with network it can still show insurance codes.',
    ofOther: 'Once removed, the insurance codes without network on it and the code it is showing end at once, and it is logged out.',
  },
};
