import { useSearchParams } from 'react-router';
import { readCalendar } from '#contracts/assessments/quality.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { addDays } from '#shared/dates.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import './assessments.css';

type Calendar = OutputOf<typeof readCalendar>;

/** Two weeks of the assessors' visits, and the applications that wait to be put into them. */
export default function CalendarPage() {
  const today = useBusinessDate();
  const { areaName } = useSession().currentPost;
  const [params] = useSearchParams();
  const from = params.get('from');
  const answer = useQueryOf(readCalendar, { query: { days: 14, ...(from && { from }) } });
  return (
    <>
      <PageHeader title="评估员日历" trail={[{ title: '能力评估', to: '/desk/assessments' }]} facts={[areaName]}>
        {today && (
          <>
            <LinkButton to={`?from=${addDays(from ?? today, -14)}`}>前两周</LinkButton>
            {from && <LinkButton to="?">今天起</LinkButton>}
            <LinkButton to={`?from=${addDays(from ?? today, 14)}`}>后两周</LinkButton>
          </>
        )}
      </PageHeader>
      <Loaded of={answer}>{data => <Body data={data} today={today} />}</Loaded>
    </>
  );
}

function Body({ data, today }: { data: Calendar; today: string }) {
  return (
    <div className="stack assess-wide">
      <section>
        <SectionHead title={`等着派评估员的${data.waiting.length}位`} />
        {data.waiting.length === 0 && <p className="soft">都派了。</p>}
        <ul className="stack sm">
          {data.waiting.map(row => (
            <li key={row.assessmentId}>
              <TextLink small to={fill('/desk/assessments/:id', { id: row.assessmentId })}>
                {row.elderName}，{row.areaName}
              </TextLink>{' '}
              {instantWords(row.appliedAt, today)}申请
              {row.dueOn && (
                <span className={row.dueOn < today ? 'red' : undefined}>，{dateWords(row.dueOn, today)}前派人</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <SectionHead title="上门安排" note="只列本辖区的；别处排的，派人时会写出时间" />
        {data.assessors.length === 0 ? (
          <EmptyState icon="person" title="本辖区还没有评估员">
            请联系区民政局，给评估机构的评估员开通本区岗位。
          </EmptyState>
        ) : (
          <Grid data={data} today={today} />
        )}
      </section>
    </div>
  );
}

function Grid({ data, today }: { data: Calendar; today: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard only when it can be focused
    <section className="tbl-wrap" tabIndex={0} aria-label="评估员日历表">
      <table className="cal">
        <thead>
          <tr>
            <th scope="col">评估员</th>
            {data.days.map(day => (
              <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
                {day === today ? <b>今天</b> : dateWords(day, today)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.assessors.map(person => (
            <tr key={person.accountId}>
              <th scope="row">
                <b>{person.name}</b>
                <span className="soft">{person.title}</span>
              </th>
              {data.days.map(day => (
                <td key={day}>
                  {person.visits
                    .filter(visit => visit.day === day)
                    .map(visit => (
                      <p key={`${visit.assessmentId}${visit.visitAt}`}>
                        <TextLink small to={fill('/desk/assessments/:id', { id: visit.assessmentId })}>
                          {visit.elderName}
                        </TextLink>
                        <span className="soft">
                          {timeOf(visit.visitAt)}
                          {visit.blind && '，盲评'}
                          {visit.finished && '，已评'}
                        </span>
                      </p>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const timeOf = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant));
