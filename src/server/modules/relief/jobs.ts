import { type Job, job } from '#platform/outbox/publish.ts';
import { ChecksJob, runChecks } from './check-elsewhere.ts';
import { ReviewsJob, runReviews } from './recognitions/review.ts';

export const jobs: readonly Job[] = [
  job({ ...ChecksJob, title: '跨地区核对：发出和取回复', schedule: '*/10 * * * *', handle: runChecks }),
  job({ ...ReviewsJob, title: '低保、低收入、特困到期的，开定期复核', schedule: '25 2 * * *', handle: runReviews }),
];
