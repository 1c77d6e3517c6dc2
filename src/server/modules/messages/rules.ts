import { addDays, type CivilDate, dayWords, isCivilDate } from '#shared/dates.ts';
import type { Template } from './templates.ts';

/** Quiet hours and the hour of the daily gathered message, as Shanghai wall-clock text `HH:MM`. */
export type Settings = { quietFrom: string; quietTo: string; dailyAt: string };
export const SETTINGS: Settings = { quietFrom: '21:00', quietTo: '08:00', dailyAt: '08:30' };

/** Fills the blanks of a template, days as people read them; a blank without a value is a fault of the caller and throws. */
export function render(template: Template, values: Readonly<Record<string, string>>) {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, word: string) => {
      const value = values[word];
      if (value === undefined) throw new Error(`消息模板缺少“${word}”`);
      return isCivilDate(value) ? dayWords(value) : value;
    });
  const path = template.path === null ? null : fill(template.path);
  return { title: fill(template.title), text: fill(template.text), path };
}

/**
 * Earliest instant a mail or SMS may go. Urgent: now. Otherwise not in quiet hours, and when one has already gone today,
 * with tomorrow's. `now` is any ISO instant; all hours are Asia/Shanghai, which has had no summer time since 1991.
 */
export function notBefore(
  message: { urgent: boolean; lastSentOn: CivilDate | null },
  now: string,
  settings: Settings = SETTINGS,
): string {
  if (message.urgent) return now;
  const [today, time] = shanghaiClock(now);
  if (message.lastSentOn === today) return at(addDays(today, 1), settings.dailyAt);
  if (time >= settings.quietFrom) return at(addDays(today, 1), settings.dailyAt);
  return time < settings.quietTo ? at(today, settings.dailyAt) : now;
}

/** The one mail that carries several messages: their titles, where to read them, nothing about anyone. */
export function gatheredMail(titles: readonly string[]): { subject: string; text: string } {
  const subject = titles.length === 1 ? (titles[0] ?? '') : `您有 ${titles.length} 件事`;
  const lines = titles.map((title, i) => `${i + 1}. ${title}`);
  return { subject: `【颐年】${subject}`, text: `${lines.join('\n')}\n\n详情请登录颐年，在“消息”里查看。` };
}

/** Deliveries that go out as one: same person, same channel; an urgent one always goes alone. */
export function gather<T extends { toAccountId: string; channel: string; urgent: boolean; messageId: string }>(
  due: readonly T[],
): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of due) {
    const key = `${one.toAccountId}/${one.channel}${one.urgent ? `/${one.messageId}` : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** `138****8001`, `w***@example.com`. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
export const maskMail = (mail: string): string => mail.replace(/^(.).*@/, '$1***@');

/** Civil date and `HH:MM` in Shanghai. */
export function shanghaiClock(instant: string): [CivilDate, string] {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return [shifted.slice(0, 10), shifted.slice(11, 16)];
}

const at = (date: CivilDate, time: string): string => new Date(`${date}T${time}:00+08:00`).toISOString();
