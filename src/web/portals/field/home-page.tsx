import { useBusinessDate, useSession } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

/** Today's list in walking order; features bring the counted, pending and rejected records. */
export default function FieldHomePage() {
  const { name, currentPost } = useSession();
  const today = useBusinessDate();
  return (
    <>
      <Slot name="field.home.notice" />
      <Slot
        name="field.home.list"
        empty={
          <>
            <header className="field-head">
              <h1>今天没有安排</h1>
              <p>
                {today && dateWords(today)}，{name}，{currentPost.organisationName ?? currentPost.areaName}
              </p>
            </header>
            <div className="field-pad">
              <EmptyState icon="walk" title="还没有派给您的单">
                派了单会按走路先后列在这里，没有网络时也能看、能记。
              </EmptyState>
            </div>
          </>
        }
      />
    </>
  );
}
