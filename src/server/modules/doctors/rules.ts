import { addDays, daysBetween } from '#shared/dates.ts';

/** No document was found that sets these; they are designDefault and say so on the screen. */
export const ROUTINE_DAYS = 90;
export const AFTER_ALARM_DAYS = 3;
export const FIRST_CONTACT_DAYS = 3;
const AT_MOST_DAYS = 366;

/** The day of the next contact: as the doctor says, else a quarter on; a sentence where the day cannot be. */
export function nextContact(asked: string | undefined, today: string): { on: string } | { refusal: string } {
  if (!asked) return { on: addDays(today, ROUTINE_DAYS) };
  const days = daysBetween(today, asked);
  if (days <= 0) return { refusal: '下次随访要在今天以后' };
  return days > AT_MOST_DAYS ? { refusal: '下次随访要在一年以内' } : { on: asked };
}

/** After an alarm the earlier of the two days stands. */
export const soonerOf = (known: string | null, asked: string): string => (known && known < asked ? known : asked);
