import type pg from 'pg';

export type SiteClock = { mode: 'demo' | 'production'; siteId: string; businessDate: string };

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Civil date and time of an instant in Asia/Shanghai: `['2025-06-20', '08:30:00']`. */
export function shanghai(at: Date): [date: string, time: string] {
  const [date, time] = SHANGHAI.format(at).split(' ');
  return [date ?? '', time ?? ''];
}

/** Production: today in Shanghai. Demo: the stored 演示日期, which the administrator moves. */
export async function readSiteClock(client: Pick<pg.ClientBase, 'query'>): Promise<SiteClock> {
  const { rows } = await client.query<{ mode: 'demo' | 'production'; site_id: string; business_date: string | null }>(
    'select s.mode, s.site_id, c.business_date from sites s left join site_clock c on true',
  );
  const site = rows[0];
  if (!site) throw new Error('这个库还没有初始化：缺少演示或正式的标记');
  const demo = site.mode === 'demo' && site.business_date;
  return { mode: site.mode, siteId: site.site_id, businessDate: demo || shanghai(new Date())[0] };
}

/** The instant that records carry: in the demo the running time of day on the 演示日期, so that timelines make sense. */
export function businessInstant(clock: Pick<SiteClock, 'mode' | 'businessDate'>, at = new Date()): string {
  if (clock.mode === 'production') return at.toISOString();
  const fraction = at.toISOString().slice(19, 23);
  return new Date(`${clock.businessDate}T${shanghai(at)[1]}${fraction}+08:00`).toISOString();
}

let kept: { clock: SiteClock; until: number } | undefined;
let moving = 0;

/** The clock for requests: read again after a second, or at once when this process moved it. */
export async function siteClock(client: Pick<pg.ClientBase, 'query'>): Promise<SiteClock> {
  if (kept && kept.until > Date.now() && kept.clock.mode === 'demo') return kept.clock;
  const clock = await readSiteClock(client);
  if (Date.now() > moving) kept = { clock, until: Date.now() + 1000 };
  return clock;
}

/** For two seconds nothing is kept: a read under way, or one before the move commits, still answers the former day. */
export const forgetSiteClock = (): void => {
  kept = undefined;
  moving = Date.now() + 2000;
};
