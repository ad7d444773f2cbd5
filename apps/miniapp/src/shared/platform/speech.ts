/** A browser speaks by itself; WeChat only with a plugin, which this app does without. Spelt out, so that WeChat's build is without it. */
export const canSpeak = (): boolean => process.env.TARO_ENV !== 'weapp' && 'speechSynthesis' in window;

/** `ended` also where it was stopped. */
export function speak(text: string, ended: () => void): void {
  if (!canSpeak()) return;
  const words = Object.assign(new SpeechSynthesisUtterance(text), { lang: 'zh-CN', rate: 0.9, onend: ended, onerror: ended });
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(words);
}

export function stopSpeaking(): void {
  if (canSpeak()) window.speechSynthesis.cancel();
}
