import { screen } from '@testing-library/react';

const CHINESE = /[\u3400-\u9fff\uff01-\uff5e\u3000-\u303f]/;
const SAID_BY = ['aria-label', 'placeholder'] as const;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

function saidBy(element: Element): readonly string[] {
  const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent ?? '');
  return [...own, ...SAID_BY.map((name) => element.getAttribute(name) ?? '')];
}

/** A badge shows a letter of somebody's name. */
const isBadge = (element: Element): boolean => element.classList.contains('badge');

/** The Chinese that the page's body still says, shown or read aloud, on a phone that speaks English; but for what the server's answers brought. */
export function chineseLeft(...answers: readonly unknown[]): readonly string[] {
  const brought = [...textsIn(answers)].sort((a, b) => b.length - a.length);
  return [...screen.getByRole('main').querySelectorAll('*')]
    .filter((element) => !isBadge(element))
    .flatMap(saidBy)
    .map((said) => brought.reduce((left, text) => (CHINESE.test(text) ? left.split(text).join('') : left), said))
    .filter((left) => CHINESE.test(left));
}
