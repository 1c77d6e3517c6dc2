import type { Portal, Role } from '#contracts/roles.ts';

/** The jobs of the desk, in the order of its navigation; a screen belongs to one. */
export const JOBS = [
  'today',
  'people',
  'assess',
  'benefits',
  'relief',
  'money',
  'letters',
  'dispatch',
  'safety',
  'visits',
  'organisations',
  'tasks',
  'figures',
  'layout',
  'system',
] as const;
export type Job = (typeof JOBS)[number];

export type ScreenState = 'empty' | 'error' | 'loading' | 'no-access';

/** One screen, as plain data: router, navigation, the axe test and the tour all read it. */
export type Screen = {
  /** React-router pattern, e.g. /desk/elders/:id. Unique. */
  readonly path: `/${string}`;
  readonly title: string;
  readonly portal: Portal;
  /** Who may open it; `anyone` needs no login, `everyone` only a login. */
  readonly roles: readonly Role[] | 'anyone' | 'everyone';
  /** File under src/web without .tsx, ending in `-page`; its default export is the page. Loaded on first use. */
  readonly page: `${'features' | 'portals'}/${string}-page`;
  readonly states: readonly ScreenState[];
  /** Desk: the navigation item it opens under. */
  readonly job?: Job;
  /** Stands in its portal's navigation under this word (desk: under its job). */
  readonly nav?: string;
  /** Parameters that open a real record of the demo, for the tour and the axe test. */
  readonly example?: Readonly<Record<string, string>>;
  /** Stands alone, without the portal's frame. */
  readonly bare?: true;
};

/** A panel a feature puts on a portal page. `panel` is a file under src/web ending in `-panel`, default export. */
export type Panel = {
  readonly slot: Slot;
  readonly panel: `features/${string}-panel`;
  readonly order: number;
  readonly roles: readonly Role[] | 'anyone' | 'everyone';
};

export const SLOTS = [
  'desk.today.figures',
  'desk.today.main',
  'desk.today.rail',
  'desk.top',
  'desk.elder.next',
  'desk.elder.life',
  'desk.elder.main',
  'desk.elder.rail',
  'desk.organisation.main',
  'elder.home',
  'elder.call',
  'field.home.notice',
  'field.home.list',
  'field.action',
  'public.home.search',
  'public.home.main',
  'public.home.aside',
  'screen.figures',
  'screen.map',
  'screen.alarms',
] as const;
export type Slot = (typeof SLOTS)[number];

export type Feature = { readonly screens: readonly Screen[]; readonly panels: readonly Panel[] };
