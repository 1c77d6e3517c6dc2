import type { Job } from '#platform/outbox/publish.ts';
import { serviceLogJobs } from '#platform/service-log/jobs.ts';
import { readConfig } from './config.ts';
import { jobs as agreements } from './modules/agreements/jobs.ts';
import { jobs as alarms } from './modules/alarms/jobs.ts';
import { jobs as assessments } from './modules/assessments/jobs.ts';
import { jobs as benefits } from './modules/benefits/jobs.ts';
import { jobs as cardUses } from './modules/card-uses/jobs.ts';
import { jobs as comparisons } from './modules/comparisons/jobs.ts';
import { jobs as creditRecords } from './modules/credit-records/jobs.ts';
import { jobs as devices } from './modules/devices/jobs.ts';
import { jobs as elders } from './modules/elders/jobs.ts';
import { jobs as letters } from './modules/letters/jobs.ts';
import { jobs as messages } from './modules/messages/jobs.ts';
import { expireOffersJob } from './modules/orders/jobs.ts';
import { jobs as payments } from './modules/payments/jobs.ts';
import { jobs as registerQuality } from './modules/register-quality/jobs.ts';
import { jobs as rehearsals } from './modules/rehearsals/jobs.ts';
import { jobs as relief } from './modules/relief/jobs.ts';
import { jobs as vouchers } from './modules/vouchers/jobs.ts';
import { jobs as work } from './modules/work/jobs.ts';

/** Table of contents of background work: one line per module. */
export const jobs: readonly Job[] = [
  ...serviceLogJobs(() => readConfig().dataDir),
  ...agreements,
  ...alarms,
  ...assessments,
  ...benefits,
  ...cardUses,
  ...comparisons,
  ...creditRecords,
  ...devices,
  ...elders,
  ...letters,
  ...messages,
  expireOffersJob,
  ...payments,
  ...relief,
  ...registerQuality,
  ...rehearsals,
  ...vouchers,
  ...work,
];
