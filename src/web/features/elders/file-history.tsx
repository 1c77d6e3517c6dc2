import { listLookers, readTimeline } from '#contracts/elders/record.ts';
import { ROLE_LABELS, type Role } from '#contracts/roles.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Timeline } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Skeleton } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

/** 经过: planned on top, then newest first, of every module. */
export function TimelineSection({ id }: { id: string }) {
  const today = useBusinessDate();
  const answer = usePagesOf(readTimeline, { params: { id }, query: { limit: 12 } });
  return (
    <section className="file-section">
      <SectionHead title="经过" />
      {answer.error && <ErrorState error={answer.error} retry={answer.retry} />}
      {!answer.rows && !answer.error && <Skeleton rows={4} />}
      {answer.rows?.length === 0 && <p className="sm mute">登记以来还没有办过事</p>}
      {answer.rows && (
        <Timeline
          items={answer.rows.map((row, index) => ({
            key: `${index}`,
            kind: row.planned ? 'plan' : 'done',
            at: row.planned ? `${dateWords(row.at, today)}前，计划` : instantWords(row.at, today),
            text: (
              <>
                {row.label}
                {(row.note ?? row.medicalNote) && `：${row.note ?? row.medicalNote}`}
                {row.withheld && <span className="mute sm">（医疗数据，不显示）</span>}
                {row.actor && <span className="mute sm">{row.helped ? `，由${row.actor}代办` : `，${row.actor}`}</span>}
              </>
            ),
          }))}
        />
      )}
      {answer.hasMore && (
        <Button size="sm" busy={answer.loadingMore} onClick={answer.loadMore}>
          再看以前的
        </Button>
      )}
    </section>
  );
}

const SHOWN = 8;

/** 谁看过: everybody who opened the record or saw whole numbers, with the purpose. */
export function Lookers({ id }: { id: string }) {
  const today = useBusinessDate();
  const lookers = useQueryOf(listLookers, { params: { id } });
  return (
    <section className="file-section">
      <SectionHead title="谁看过" note={lookers.data && `近 90 天${lookers.data.times}次`} />
      <Loaded of={lookers}>
        {({ rows }) => (
          <ul className="looked">
            {rows.slice(0, SHOWN).map(row => (
              <li key={`${row.at}${row.actor}${row.what}${row.purpose}`}>
                <b>{row.actor}</b> {row.role && (ROLE_LABELS[row.role as Role] ?? '')} {row.what}
                {row.purpose && `，用途“${row.purpose}”`}
                <time>{instantWords(row.at, today)}</time>
              </li>
            ))}
            {rows.length > SHOWN && <li className="mute">另有{rows.length - SHOWN}条</li>}
            {rows.length === 0 && <li className="mute">近 90 天没有人看过</li>}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
