/** Dates, times and numbers the way the office writes them; spaces between Chinese and digits are the browser's. */
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
const CIVIL = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** `2025-06-11` → 6月11日; with the year where it differs from `today`'s. */
export function dateWords(date: string, today = ''): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const words = `${month}月${day}日`;
  return today === '' || today.startsWith(String(year)) ? words : `${year}年${words}`;
}

export const weekdayWords = (date: string): string => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';

/** Instant → 8:52, Asia/Shanghai. */
export const clockWords = (instant: string): string => CLOCK.format(new Date(instant)).replace(/^0/, '');

/** Instant → 今天 8:52 or 6月8日 2:40. */
export function instantWords(instant: string, today = ''): string {
  const date = CIVIL.format(new Date(instant));
  if (date === today) return `今天 ${clockWords(instant)}`;
  return `${dateWords(date, today)} ${clockWords(instant)}`;
}

export const countWords = (count: number): string => count.toLocaleString('en-US');

/** 1234567 → 123.4567万: exact, as the documents write it. */
export const wanWords = (count: number): string => `${(count / 10_000).toFixed(4).replace(/\.?0+$/, '')}万`;

/** Seconds → 不到1分钟, 3分钟, 2小时5分钟: for a time left, which is a guess anyway. */
export function durationWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 50) return '不到1分钟';
  if (minutes < 60) return `${minutes}分钟`;
  return minutes % 60 === 0 ? `${minutes / 60}小时` : `${Math.floor(minutes / 60)}小时${minutes % 60}分钟`;
}
