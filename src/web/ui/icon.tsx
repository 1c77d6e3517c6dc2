import type { ReactNode } from 'react';

/** Line icons on a 24 grid; an icon never stands without a word except close and zoom. */
const SHAPES = {
  today: <path d="M4 6.5h16v13H4zM4 10.5h16M8.5 4v4M15.5 4v4M8.5 15l2.2 2 4.3-4.2" />,
  person: (
    <>
      <circle cx="12" cy="8" r="3.6" />
      <path d="M4.8 20c.8-4 3.6-6 7.2-6s6.4 2 7.2 6" />
    </>
  ),
  scales: <path d="M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z" />,
  money: (
    <>
      <rect x="3.5" y="6" width="17" height="12" rx="1.5" />
      <path d="M9 10l3 3.2 3-3.2M12 13.2V16M9.8 13.4h4.4" />
    </>
  ),
  umbrella: <path d="M3.5 12.5a8.5 8.5 0 0 1 17 0zM12 12.5V18a2 2 0 0 0 4 0M12 4V2.8" />,
  letter: <path d="M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7" />,
  dispatch: <path d="M5 6h9a4 4 0 0 1 0 8H9a3 3 0 0 0 0 6h10M16.5 17.5L19 20l-2.5 2.5" />,
  bell: <path d="M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10 20.5h4" />,
  walk: (
    <>
      <circle cx="13" cy="4.8" r="1.6" />
      <path d="M9 21l2.5-6M11.5 15l-1-5 3-1.5 2 3.5 3 .8M11 9.5L8 11.5v3M11.5 14.5l3.5 2.5 1 4" />
    </>
  ),
  home: <path d="M4 11l8-6.5 8 6.5M6 9.8V20h12V9.8M10 20v-6h4v6" />,
  document: <path d="M6 3.5h8.5L18.5 7.5V20.5H6zM14 3.5v4.5h4.5M9 12.5h6.5M9 16h6.5" />,
  chart: <path d="M4 20h16M6.5 16.5v-5M11 16.5V6.5M15.5 16.5v-7.5M19.5 16.5v-3" />,
  map: <path d="M3.5 6.5l5.5-2 6 2 5.5-2v13l-5.5 2-6-2-5.5 2zM9 4.5v13M15 6.5v13" />,
  system: (
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9L18 18M18 6l-2.1 2.1M8.1 15.9L6 18" />
    </>
  ),
  search: (
    <>
      <circle cx="10.8" cy="10.8" r="6.3" />
      <path d="M15.5 15.5L20.5 20.5" />
    </>
  ),
  down: <path d="M6 9.5l6 6 6-6" />,
  right: <path d="M9.5 6l6 6-6 6" />,
  left: <path d="M14.5 6l-6 6 6 6" />,
  arrow: <path d="M5 12h14M13 6l6 6-6 6" />,
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  phone: (
    <path d="M6 3.8h3l1.7 4.5-2.1 1.5a11 11 0 0 0 5.6 5.6l1.5-2.1 4.5 1.7v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4 6a2 2 0 0 1 2-2.2z" />
  ),
  place: (
    <>
      <path d="M12 21s6.5-5.6 6.5-11A6.5 6.5 0 0 0 5.5 10c0 5.4 6.5 11 6.5 11z" />
      <circle cx="12" cy="10" r="2.3" />
    </>
  ),
  band: (
    <>
      <rect x="7" y="7" width="10" height="10" rx="2" />
      <path d="M9 7l.7-3.5h4.6L15 7M9 17l.7 3.5h4.6L15 17M12 10v2.5h2" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="1.5" />
      <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
    </>
  ),
  speaker: <path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />,
  book: <path d="M4 5.5c3-1 5.5-.8 8 .8 2.5-1.6 5-1.8 8-.8v13c-3-1-5.5-.8-8 .8-2.5-1.6-5-1.8-8-.8zM12 6.3v13" />,
  offline: (
    <path d="M4 4l16 16M8.5 16a5 5 0 0 1 5.5-1M5 12.5a10 10 0 0 1 4.5-2.5M13.5 9.7a10 10 0 0 1 5.5 2.8M2.5 9a14 14 0 0 1 4.5-2.8M12 19.5h.1" />
  ),
  online: <path d="M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 14 0M2.5 9a14 14 0 0 1 19 0M12 19.5h.1" />,
  meal: <path d="M4 11.5h16a8 8 0 0 1-5 7.5H9a8 8 0 0 1-5-7.5zM9 8.5c-.8-1 .8-2 0-3.5M13.5 8.5c-.8-1 .8-2 0-3.5" />,
  bed: <path d="M3.5 19v-12M3.5 15.5h17V19M20.5 15.5v-2.5a3 3 0 0 0-3-3h-7v5.5M7 12.5h.1" />,
  eye: (
    <>
      <path d="M2.8 12S6 5.8 12 5.8 21.2 12 21.2 12 18 18.2 12 18.2 2.8 12 2.8 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  download: <path d="M12 4v11M7 10.5l5 5 5-5M5 20h14" />,
  print: <path d="M7 8.5V4h10v4.5M7 17H4.5V8.5h15V17H17M7 14h10v6H7z" />,
  columns: <path d="M4 5h16v14H4zM9.3 5v14M14.7 5v14" />,
  water: <path d="M12 3.5s6 6.8 6 11a6 6 0 0 1-12 0c0-4.2 6-11 6-11z" />,
  heart: <path d="M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0 1 12 7.2 4.3 4.3 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;
export const ICON_NAMES = Object.keys(SHAPES) as IconName[];

export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'ic s' : 'ic'} viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}

/** The mark: two leaves over a hand-like bowl. `ground` and `leaf` differ only on the wall. */
export function Mark({ ground = 'var(--pine)', leaf = 'var(--paper)' }: { ground?: string; leaf?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill={ground} />
      <g fill="none" stroke={leaf} strokeWidth="2" strokeLinecap="round">
        <path d="M8 22c5 2.6 11 2.6 16 0" />
        <path d="M16 23.5V15" />
        <path d="M16 15c-4.8 0-7.3-2.3-7.5-6.5 4.5 0 7.5 2.2 7.5 6.5zM16 15c0-3.7 2.2-5.8 6.5-6-.1 3.8-2.3 6-6.5 6z" />
      </g>
    </svg>
  );
}
