/** True in WeChat, false in a browser. Replaced at build time, so the other target's branch is not shipped. */
export const inWeChat = process.env.TARO_ENV === 'weapp';
