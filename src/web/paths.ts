import type { Role } from '#contracts/roles.ts';
import { ACCOUNTS } from './features/accounts/screens.ts';
import { AGREEMENTS } from './features/agreements/screens.ts';
import { ALARMS } from './features/alarms/screens.ts';
import { ASSESSMENTS } from './features/assessments/screens.ts';
import { AUDITS } from './features/audits/screens.ts';
import { BENEFITS } from './features/benefits/screens.ts';
import { BOOKS } from './features/books/screens.ts';
import { CARD_USES } from './features/card-uses/screens.ts';
import { CATALOGUE } from './features/catalogue/screens.ts';
import { COMPARISONS } from './features/comparisons/screens.ts';
import { CONSENTS } from './features/consents/screens.ts';
import { CREDIT_RECORDS } from './features/credit-records/screens.ts';
import { DEVICES } from './features/devices/screens.ts';
import { DIRECTORY_CHANGES } from './features/directory-changes/screens.ts';
import { DOCTORS } from './features/doctors/screens.ts';
import { ELDERS } from './features/elders/screens.ts';
import { FACILITIES } from './features/facilities/screens.ts';
import { FESTIVALS } from './features/festivals/screens.ts';
import { FIGURES } from './features/figures/screens.ts';
import { FILIAL_MODELS } from './features/filial-models/screens.ts';
import { HOME_ADAPTATIONS } from './features/home-adaptations/screens.ts';
import { HOME_CARE_BEDS } from './features/home-care-beds/screens.ts';
import { HOUSEHOLD_FILES } from './features/household-files/screens.ts';
import { INSPECTIONS } from './features/inspections/screens.ts';
import { LETTERS } from './features/letters/screens.ts';
import { MESSAGES } from './features/messages/screens.ts';
import { NEEDS } from './features/needs/screens.ts';
import { ORDERS } from './features/orders/screens.ts';
import { OVERVIEWS } from './features/overviews/screens.ts';
import { PAYMENTS } from './features/payments/screens.ts';
import { POLICIES } from './features/policies/screens.ts';
import { PROVIDERS } from './features/providers/screens.ts';
import { REGISTER_QUALITY } from './features/register-quality/screens.ts';
import { REHEARSALS } from './features/rehearsals/screens.ts';
import { RELIEF } from './features/relief/screens.ts';
import { REPORTS } from './features/reports/screens.ts';
import { SEARCH } from './features/search/screens.ts';
import { SUBSIDIES } from './features/subsidies/screens.ts';
import { TASKS } from './features/tasks/screens.ts';
import { VISITS } from './features/visits/screens.ts';
import { VOUCHERS } from './features/vouchers/screens.ts';
import { WORK } from './features/work/screens.ts';
import { WORKFORCE } from './features/workforce/screens.ts';
import { SHELL } from './portals/screens.ts';
import type { Feature, Job, Panel, Screen, Slot } from './screen.ts';

/** One line per feature: its folder's screens.ts. Order decides the order in the navigation. */
const FEATURES: readonly Feature[] = [
  SHELL,
  WORK,
  ELDERS,
  COMPARISONS,
  REGISTER_QUALITY,
  CONSENTS,
  OVERVIEWS,
  ASSESSMENTS,
  BENEFITS,
  REHEARSALS,
  RELIEF,
  CARD_USES,
  HOUSEHOLD_FILES,
  NEEDS,
  ORDERS,
  HOME_ADAPTATIONS,
  HOME_CARE_BEDS,
  CATALOGUE,
  PROVIDERS,
  WORKFORCE,
  PAYMENTS,
  BOOKS,
  ACCOUNTS,
  ALARMS,
  DEVICES,
  VISITS,
  VOUCHERS,
  FESTIVALS,
  FILIAL_MODELS,
  DOCTORS,
  FACILITIES,
  DIRECTORY_CHANGES,
  CREDIT_RECORDS,
  SUBSIDIES,
  INSPECTIONS,
  POLICIES,
  TASKS,
  AGREEMENTS,
  REPORTS,
  FIGURES,
  SEARCH,
  LETTERS,
  MESSAGES,
  AUDITS,
];

/** All screens of the product. */
export const SCREENS: readonly Screen[] = FEATURES.flatMap(feature => feature.screens);
const PANELS: readonly Panel[] = FEATURES.flatMap(feature => feature.panels);

/** Null = not logged in. */
export const mayOpen = (roles: Screen['roles'], role: Role | null): boolean =>
  roles === 'anyone' || (role !== null && (roles === 'everyone' || roles.includes(role)));

/** What features put on a slot, in order, for this role. */
export const panelsOf = (slot: Slot, role: Role | null): readonly Panel[] =>
  PANELS.filter(panel => panel.slot === slot && mayOpen(panel.roles, role)).sort((a, b) => a.order - b.order);

/** A portal's navigation for one role. */
export const navOf = (portal: Screen['portal'], role: Role | null): readonly Screen[] =>
  SCREENS.filter(screen => screen.portal === portal && screen.nav && mayOpen(screen.roles, role));

export const navOfJob = (job: Job, role: Role | null): readonly Screen[] =>
  navOf('desk', role).filter(screen => screen.job === job);

/** Fills `:name` parameters: `fill('/desk/elders/:id', { id })`. */
export const fill = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

/** The screen a location belongs to, by its pattern. */
export function screenAt(pathname: string): Screen | undefined {
  const parts = pathname.split('/').filter(Boolean);
  const fits = (screen: Screen): boolean => {
    const pattern = screen.path.split('/').filter(Boolean);
    return pattern.length === parts.length && pattern.every((p, i) => p.startsWith(':') || p === parts[i]);
  };
  return SCREENS.find(screen => screen.path === pathname) ?? SCREENS.find(fits);
}
