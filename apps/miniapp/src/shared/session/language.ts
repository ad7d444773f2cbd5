import { callBff } from '../bff/call-bff';
import { speakChinese, speakEnglish, speaksEnglish } from '../text/say';

/** Fetches the English texts and keeps them; false where they did not come. */
export async function learnEnglish(): Promise<boolean> {
  const outcome = await callBff('englishTexts', {});
  if (outcome.kind !== 'done') return false;
  speakEnglish(outcome.answer.texts);
  return true;
}

/** The other one of the two languages; false where it could not be had. */
export async function changeLanguage(): Promise<boolean> {
  if (!speaksEnglish()) return learnEnglish();
  speakChinese();
  return true;
}

/** Once per launch: this version of the program may say more, or say it better, than the one whose texts are kept. */
export function refreshLanguage(): void {
  if (speaksEnglish()) void learnEnglish();
}
