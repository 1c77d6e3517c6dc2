/**
 * The one source of every colour, size and type style (纸、松、柿). theme.css is written from it by
 * scripts/generate-theme.ts; charts and maps read the values here. A test holds file and table together.
 */
export const THEME = {
  color: {
    paper: '#FBF8F3',
    sheet: '#FFFFFF',
    stone: '#F3EEE5',
    line: '#E5DED2',
    'line-strong': '#CFC5B4',
    control: '#8F8779',
    ink: '#1F2A37',
    'ink-2': '#4A5361',
    'ink-3': '#5F6773',
    pine: '#1F6F5C',
    'pine-deep': '#175647',
    'pine-tint': '#DCEAE4',
    'pine-wash': '#EEF5F1',
    'pine-rule': '#9CC2B5',
    persimmon: '#D9622B',
    'persimmon-fill': '#BF4E1B',
    'persimmon-deep': '#8A3210',
    'persimmon-wash': '#FCEEE5',
    overdue: '#B3261E',
    'overdue-wash': '#FAE9E6',
    today: '#7A4B00',
    'today-wash': '#F9EDD6',
    doubt: '#6F3D5B',
    'doubt-wash': '#F1E6EC',
    indigo: '#35557F',
    'indigo-wash': '#E3EAF3',
    ochre: '#A87C1A',
    slate: '#7A8794',
    skeleton: '#EBE4D8',
  },
  risk: { red: '#C22A20', orange: '#E9A23B', yellow: '#F2D35B', blue: '#2B5C99' },
  chart: { 1: '#1F6F5C', 2: '#D9622B', 3: '#35557F', 4: '#A87C1A', 5: '#7A8794', partial: '#7FB0A1', rest: '#E5DED2' },
  map: {
    need1: '#F4EEE6',
    need2: '#E6D3CC',
    need3: '#CDA6AC',
    need4: '#A56E86',
    need5: '#6F3D5B',
    outline: '#4A5361',
    facility: '#1F6F5C',
    proposal: '#BF4E1B',
    ground: '#F1ECE2',
    water: '#D5E4EA',
    park: '#DDE8DA',
  },
  elder: { ink: '#16202B', 'ink-2': '#3C4551', pine: '#124A3C' },
  wall: {
    ground: '#101817',
    land: '#1C2E2B',
    'land-on': '#275047',
    'land-line': '#4A655D',
    line: '#2B3D39',
    text: '#F3EEE5',
    'text-2': '#C9D2CC',
    'text-3': '#A9B8B2',
    pine: '#6FC3A8',
    now: '#F0915A',
    bar: '#3F7E6E',
    red: '#FF6F61',
    orange: '#F2B04A',
    yellow: '#F4DC7A',
    blue: '#86B6EA',
  },
  /** px sizes. */
  size: {
    'nav-width': 200,
    'top-bar': 56,
    row: 58,
    button: 36,
    'button-large': 48,
    input: 44,
    touch: 44,
    'touch-elder': 60,
    'call-elder': 128,
    'action-field': 76,
    radius: 8,
    'radius-chip': 4,
  },
  /** System Chinese fonts first; the self-hosted Noto files load only where none of them is installed. */
  font: {
    sans: '"PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    serif: '"Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "Noto Serif SC", SimSun, serif',
  },
  /** ms. */
  duration: { quick: 120, drawer: 200, 'skeleton-delay': 300 },
} as const;

const PREFIX = { color: '', risk: 'risk-', chart: 'chart-', map: 'map-', elder: 'elder-', wall: 'wall-' } as const;

/** The text of theme.css. */
export function themeCss(): string {
  const lines: string[] = [];
  for (const [group, prefix] of Object.entries(PREFIX)) {
    for (const [name, value] of Object.entries(THEME[group as keyof typeof PREFIX])) {
      lines.push(`--${prefix}${name}: ${value};`);
    }
  }
  for (const [name, px] of Object.entries(THEME.size)) lines.push(`--${name}: ${px}px;`);
  for (const [name, stack] of Object.entries(THEME.font)) lines.push(`--${name}: ${stack};`);
  for (const [name, ms] of Object.entries(THEME.duration)) lines.push(`--${name}: ${ms}ms;`);
  return `/* Written from theme.ts by scripts/generate-theme.ts. Do not edit. */\n:root {\n${lines.map(l => `  ${l}\n`).join('')}}\n`;
}
