import { useEffect, useState } from 'react';
import { Icon } from './icon.tsx';

const speech = typeof window === 'undefined' ? undefined : window.speechSynthesis;

/** What a person would read: headings and paragraphs in order, without buttons' furniture. */
const wordsOf = (area: Element | null): string =>
  [...(area?.querySelectorAll('h1, h2, h3, p, b, em, time, dt, dd, .say') ?? [])]
    .filter(node => !node.closest('[hidden], .visually-hidden') && !node.parentElement?.closest('b, em, p'))
    .map(node => node.textContent?.trim())
    .filter(Boolean)
    .join('。');

/** Reads the page's main part with the device's own Chinese voice; says so where the device has none. */
export function ReadAloud({ area = 'main' }: { area?: string }) {
  const [reading, setReading] = useState(false);
  useEffect(() => () => speech?.cancel(), []);
  const press = () => {
    if (!speech) return;
    speech.cancel();
    if (reading) return setReading(false);
    const words = new SpeechSynthesisUtterance(wordsOf(document.querySelector(area)));
    words.lang = 'zh-CN';
    words.rate = 0.85;
    words.onend = () => setReading(false);
    words.onerror = () => setReading(false);
    setReading(true);
    speech.speak(words);
  };
  if (!speech) return null;
  return (
    <button type="button" className="read-aloud" aria-pressed={reading} onClick={press}>
      <Icon name="speaker" />
      {reading ? '停下' : '读给我听'}
    </button>
  );
}
