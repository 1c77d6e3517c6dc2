import { useSearchParams } from 'react-router';
import { listWork, type WorkCounts } from '#contracts/work.ts';
import { type AreaLevel, areaLevel } from '#shared/area-codes.ts';
import { useQueryOf } from '../../api.ts';
import { panelsOf } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords, weekdayWords } from '../../ui/words.ts';

const WHOLE = { city: '全市', district: '全区', street: '全街道', community: '全社区' } as const satisfies Record<
  AreaLevel,
  string
>;

/** Opens every desk post: what needs me today. Features fill figures, list and rail. */
export default function TodayPage() {
  const { role, areaName, areaCode, organisationName, title } = useSession().currentPost;
  const today = useBusinessDate();
  const railed = panelsOf('desk.today.rail', role).length > 0;
  const asks = role !== 'administrator';
  const { data } = useQueryOf(listWork, { query: { limit: 1 } }, { enabled: asks });
  const day = today ? `${dateWords(today)}，${weekdayWords(today)}。` : '';
  return (
    <div className={railed ? 'today railed' : 'today'}>
      <section>
        <PageHeader
          title="今天要办的"
          sentence={
            <>
              {day}
              {data ? <Sentence counts={data.counts.mine} /> : `${organisationName ?? areaName}，${title}。`}
            </>
          }
        >
          {data && (
            <ScopeSwitch
              whole={organisationName ? '全单位' : WHOLE[areaLevel(areaCode)]}
              mine={data.counts.mine.all}
              area={data.counts.area.all}
            />
          )}
        </PageHeader>
        <Slot name="desk.today.figures" />
        <Slot
          name="desk.today.main"
          empty={
            <EmptyState icon="today" title="这个岗位今天没有要办的事">
              有事派到您这里，或快到期限时，会按先后列在这一页。
            </EmptyState>
          }
        />
      </section>
      {railed && (
        <aside className="rail" aria-label="正在发生">
          <Slot name="desk.today.rail" />
        </aside>
      )}
    </div>
  );
}

function Sentence({ counts }: { counts: WorkCounts }) {
  if (counts.all === 0) return '您名下没有要办的事。';
  const parts = [
    counts.overdue > 0 && (
      <b key="overdue" className="red">
        {counts.overdue}件已经超期
      </b>
    ),
    counts.today > 0 && <b key="today">{counts.today}件今天到期</b>,
    counts.thisWeek > 0 && `本周还有${counts.thisWeek}件`,
    counts.later > counts.thisWeek && `之后${counts.later - counts.thisWeek}件`,
  ].filter(Boolean);
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses of one sentence have no other identity
        <span key={index}>
          {index > 0 && '，'}
          {part}
        </span>
      ))}
      。
    </>
  );
}

/** Mine, or everything open in the area; in the URL, so that a superior can send the view on. */
function ScopeSwitch({ whole, mine, area }: { whole: string; mine: number; area: number }) {
  const [params, setParams] = useSearchParams();
  const isArea = params.get('scope') === 'area';
  const choose = (scope: string) =>
    setParams(before => {
      const next = new URLSearchParams(before);
      if (scope === 'area') next.set('scope', scope);
      else next.delete('scope');
      return next;
    });
  return (
    <fieldset className="switch" aria-label="看谁的">
      <button type="button" aria-pressed={!isArea} onClick={() => choose('mine')}>
        我的 {mine}
      </button>
      <button type="button" aria-pressed={isArea} onClick={() => choose('area')}>
        {whole} {area}
      </button>
    </fieldset>
  );
}
