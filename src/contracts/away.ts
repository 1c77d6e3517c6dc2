import { z } from 'zod';
import { ofClass, Withheld } from './data-classes.ts';
import { endpoint } from './endpoint.ts';
import { Id, Instant } from './nouns.ts';

const Note = z.string().trim().max(500, { error: '最多 500 字' });

export const AWAY_PLACES = ['family', 'hospital', 'institution', 'travel', 'other'] as const;
export const AwayPlace = z.enum(AWAY_PLACES);
export type AwayPlace = z.infer<typeof AwayPlace>;
export const AWAY_PLACE_LABELS = {
  family: '住家人那里',
  hospital: '住院',
  institution: '入住养老机构',
  travel: '外出旅行',
  other: '其他',
} as const satisfies Record<AwayPlace, string>;

export const AwayNotice = z.object({
  id: Id,
  elderId: Id,
  from: Instant,
  to: Instant,
  place: AwayPlace,
  note: z.string().nullable(),
  /** What was said of a stay in hospital, in the place of a note. */
  stay: ofClass('medical', z.string().nullable()),
  withheld: Withheld,
  byName: z.string(),
  endedAt: Instant.nullable(),
});

export const listAwayNotices = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/away-notices',
  summary: '一位老年人的外出报备',
  params: z.object({ elderId: Id }),
  response: z.object({ rows: z.array(AwayNotice) }),
});

export const fileAwayNotice = endpoint({
  method: 'POST',
  path: '/api/elders/:elderId/away-notices',
  summary: '报外出：期间不因没有用水告警，还没派人的告警转为静默',
  params: z.object({ elderId: Id }),
  body: z.object({
    from: z.iso.datetime({ offset: true, error: '请填从什么时候起' }),
    to: z.iso.datetime({ offset: true, error: '请填到什么时候止' }),
    place: AwayPlace,
    note: Note.optional(),
  }),
  response: AwayNotice.extend({ silenced: z.int() }),
  errors: ['platform.not-found', 'alarms.away-dates'],
});

export const endAwayNotice = endpoint({
  method: 'POST',
  path: '/api/away-notices/:id/end',
  summary: '提前回来了，恢复看护',
  params: z.object({ id: Id }),
  response: AwayNotice,
  errors: ['platform.not-found'],
});
