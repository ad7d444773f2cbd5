import { callBff } from '../bff/call-bff';
import { keptEnglish, speakChinese, speakEnglish, speaksEnglish } from '../text/say';

/** Fetches the English texts, unless the phone has them, and keeps them; false where they did not come. */
async function learnEnglish(): Promise<boolean> {
  const outcome = await callBff('englishTexts', { query: { have: keptEnglish() } });
  if (outcome.kind !== 'done') return false;
  const { version, texts } = outcome.answer;
  if (texts !== null) speakEnglish({ version, texts });
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
