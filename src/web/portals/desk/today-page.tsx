import { panelsOf } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords, weekdayWords } from '../../ui/words.ts';

/** Opens every desk post: what needs me today. Features fill figures, list and rail. */
export default function TodayPage() {
  const { role, areaName, title } = useSession().currentPost;
  const today = useBusinessDate();
  const railed = panelsOf('desk.today.rail', role).length > 0;
  return (
    <div className={railed ? 'today railed' : 'today'}>
      <section>
        <PageHeader
          title="今天要办的"
          sentence={today ? `${dateWords(today)}，${weekdayWords(today)}。${areaName}，${title}。` : undefined}
        />
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
