/** Choosing the language. The name of a language is written in that language: whoever looks for it reads no other. */
export const LANGUAGE = {
  changing: '正在切换…',
  unreachable: '没有取到英文文字，请检查网络后再试。',
} as const;
